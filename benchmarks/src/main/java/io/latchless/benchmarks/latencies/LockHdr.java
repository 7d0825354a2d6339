package io.latchless.benchmarks.latencies;

import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Histogram;

/** HdrHistogram's plain histogram behind a lock. */
final class LockHdr implements ValueHistogram {
  private final ReentrantLock lock = new ReentrantLock();
  private final Histogram histogram =
      new Histogram(ValueHistograms.HIGHEST, ValueHistograms.DIGITS);

  @Override
  public void record(long nanos) {
    lock.lock();
    try {
      histogram.recordValue(nanos);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long count() {
    lock.lock();
    try {
      return histogram.getTotalCount();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public double quantile(double q) {
    return (double) copy().getValueAtPercentile(100 * q);
  }

  private Histogram copy() {
    lock.lock();
    try {
      return histogram.copy();
    } finally {
      lock.unlock();
    }
  }
}
