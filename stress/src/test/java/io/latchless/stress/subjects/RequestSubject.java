package io.latchless.stress.subjects;

import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestInterval;
import io.latchless.metrics.RequestMetrics;
import io.latchless.metrics.RequestSnapshot;
import java.time.Duration;
import java.util.Objects;

/** What is kept of requests; ours or a rogue. */
public interface RequestSubject {
  /**
   * What was recorded up to a moment, or in an interval.
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

  /** What was recorded since the last call. */
  Figures interval();

  /** As nanoseconds, at most as many as a {@code long} holds: the sum itself may be larger. */
  private static long nanos(Duration sum) {
    Duration most = Duration.ofNanos(Long.MAX_VALUE);
    return sum.compareTo(most) < 0 ? sum.toNanos() : Long.MAX_VALUE;
  }

  /** Ours, with all that it can be had with. */
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
