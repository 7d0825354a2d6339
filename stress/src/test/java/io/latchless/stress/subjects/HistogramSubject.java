package io.latchless.stress.subjects;

import io.latchless.metrics.HistogramSnapshot;
import io.latchless.metrics.LatencyHistogram;
import java.util.concurrent.atomic.AtomicLong;

/** Counts values in buckets. */
public interface HistogramSubject {
  /**
   * The figures of one read.
   *
   * @param count the number of records that the histogram reports
   * @param inBuckets the sum over its buckets
   */
  record Look(long count, long inBuckets) {}

  void record(long value);

  Look look();

  static HistogramSubject of(LatencyHistogram histogram) {
    return new HistogramSubject() {
      @Override
      public void record(long value) {
        histogram.record(value);
      }

      @Override
      public Look look() {
        HistogramSnapshot snapshot = histogram.snapshot();
        AtomicLong sum = new AtomicLong();
        snapshot.forEachBucket((lowest, highest, count) -> sum.addAndGet(count));
        return new Look(snapshot.count(), sum.get());
      }
    };
  }
}
