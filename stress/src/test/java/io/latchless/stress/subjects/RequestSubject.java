package io.latchless.stress.subjects;

import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestInterval;
import io.latchless.metrics.RequestMetrics;
import io.latchless.metrics.RequestSnapshot;
import java.time.Duration;
import java.util.Objects;

/** Request figures: the library's or a rogue. */
public interface RequestSubject {
  /**
   * The figures up to a moment, or of an interval.
   *
   * @param nanos the sum of the latencies
   * @param inHistogram the count of the histogram
   */
  record Figures(long successes, long failures, long bytes, long nanos, long inHistogram) {
    public long requests() {
      return successes + failures;
    }
  }

  void record(boolean success, long bytes, long nanos);

  Figures snapshot();

  /** Returns the figures since the last call. */
  Figures interval();

  /** Returns the sum in nanoseconds, saturated to {@code long}, because the sum may be larger. */
  private static long nanos(Duration sum) {
    Duration most = Duration.ofNanos(Long.MAX_VALUE);
    return sum.compareTo(most) < 0 ? sum.toNanos() : Long.MAX_VALUE;
  }

  /** Adapts the library's metrics, with every option. */
  static RequestSubject of(RequestMetrics metrics) {
    return new RequestSubject() {
      @Override
      public void record(boolean success, long bytes, long nanos) {
        metrics.record(success ? Outcome.SUCCESS : Outcome.FAILURE, bytes, nanos);
      }

      @Override
      public Figures snapshot() {
        RequestSnapshot now = metrics.snapshot();
        return new Figures(
            now.successes(),
            now.failures(),
            now.bytes(),
            nanos(now.totalLatency()),
            Objects.requireNonNull(now.latencies()).count());
      }

      @Override
      public Figures interval() {
        RequestInterval interval = metrics.interval();
        return new Figures(
            interval.successes(),
            interval.failures(),
            interval.bytes(),
            nanos(interval.totalLatency()),
            Objects.requireNonNull(interval.latencies()).count());
      }
    };
  }
}
