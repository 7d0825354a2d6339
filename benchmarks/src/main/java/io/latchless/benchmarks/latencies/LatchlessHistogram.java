package io.latchless.benchmarks.latencies;

import io.latchless.metrics.LatencyHistogram;

/** Adapts a {@code LatencyHistogram}. */
record LatchlessHistogram(LatencyHistogram histogram) implements ValueHistogram {
  @Override
  public void record(long nanos) {
    histogram.record(nanos);
  }

  @Override
  public long count() {
    return histogram.snapshot().count();
  }

  @Override
  public double quantile(double q) {
    return (double) histogram.snapshot().quantile(q).orElseThrow();
  }
}
