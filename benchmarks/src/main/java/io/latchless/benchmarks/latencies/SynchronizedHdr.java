package io.latchless.benchmarks.latencies;

import org.HdrHistogram.Histogram;

/** HdrHistogram's plain histogram behind a monitor. */
final class SynchronizedHdr implements ValueHistogram {
  private final Histogram histogram =
      new Histogram(ValueHistograms.HIGHEST, ValueHistograms.DIGITS);

  @Override
  public synchronized void record(long nanos) {
    histogram.recordValue(nanos);
  }

  @Override
  public synchronized long count() {
    return histogram.getTotalCount();
  }

  @Override
  public double quantile(double q) {
    return (double) copy().getValueAtPercentile(100 * q);
  }

  private synchronized Histogram copy() {
    return histogram.copy();
  }
}
