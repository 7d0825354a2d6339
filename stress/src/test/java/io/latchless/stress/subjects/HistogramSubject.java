package io.latchless.stress.subjects;

import io.latchless.metrics.HistogramSnapshot;
import io.latchless.metrics.LatencyHistogram;
import java.util.concurrent.atomic.AtomicLong;

/** Counts values in buckets. */
public interface HistogramSubject {
  /**
   * What a reader is told.
   *
   * @param count how many records there are, as the histogram says
   * @param inBuckets how many there are in its buckets, taken together
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
