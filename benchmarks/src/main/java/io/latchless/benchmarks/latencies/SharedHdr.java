package io.latchless.benchmarks.latencies;

import org.HdrHistogram.AbstractHistogram;

/** One of HdrHistogram's that many threads may record in. */
record SharedHdr(AbstractHistogram histogram) implements ValueHistogram {
  @Override
  public void record(long nanos) {
    histogram.recordValue(nanos);
  }

  @Override
  public long count() {
    return histogram.getTotalCount();
  }

  @Override
  public double quantile(double q) {
    return (double) histogram.getValueAtPercentile(100 * q);
  }
}
