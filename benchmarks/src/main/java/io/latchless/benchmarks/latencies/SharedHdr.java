package io.latchless.benchmarks.latencies;

import org.HdrHistogram.AbstractHistogram;

/** A thread-safe histogram of HdrHistogram. */
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
