package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.Measure;
import java.time.Duration;

/** Words the messages about progress. */
final class ProgressText {
  private ProgressText() {}

  static String measuring(Fork fork, int round, Duration left) {
    return "%s left, round %d of %s: %s%s"
        .formatted(
            Terminal.clock(left),
            round,
            fork.contest().name(),
            fork.subject().name(),
            fork.measure() == Measure.LATENCY ? ", latency" : "");
  }

  static String tooShort(Duration needed) {
    long minutes = needed.plusMinutes(1).minusNanos(1).toMinutes();
    return "a verdict on everything needs about %d minute%s: --budget %dm"
        .formatted(minutes, minutes == 1 ? "" : "s", minutes);
  }

  static String failed(Failure failure) {
    return "%s is withdrawn from %s: %s"
        .formatted(failure.subject(), failure.contest(), failure.reason());
  }
}
