package io.latchless.benchmarks.latencies;

import com.codahale.metrics.Histogram;

/**
 * Dropwizard's histogram: a count, and a sample of about a thousand values that favours recent
 * ones.
 */
record DropwizardHistogram(Histogram histogram) implements ValueHistogram {
  @Override
  public void record(long nanos) {
    histogram.update(nanos);
  }

  @Override
  public long count() {
    return histogram.getCount();
  }

  @Override
  public double quantile(double q) {
    return histogram.getSnapshot().getValue(q);
  }
}
