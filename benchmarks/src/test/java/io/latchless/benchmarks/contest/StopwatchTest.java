package io.latchless.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

class StopwatchTest {
  private static final int OPERATIONS = 32_000;

  private final Stopwatch watch = new Stopwatch();

  @Test
  void timesEveryOperationUntilItKnowsHowLongTheyAre() {
    watch.forgetWarmup(iteration(IterationType.WARMUP));
    assertThat(timed()).hasSize(OPERATIONS);
  }

  @Test
  void timesOneOfSixteenShortOperationsAtIrregularDistances() {
    warmUpWith(100);
    List<Integer> timed = timed();
    assertThat(timed).hasSizeBetween(OPERATIONS / 18, OPERATIONS / 15);
    HashSet<Integer> distances = new HashSet<>();
    for (int i = 1; i < timed.size(); i++) {
      distances.add(timed.get(i) - timed.get(i - 1));
    }
    assertThat(distances).hasSize(32);
  }

  @Test
  void timesEveryLongOperation() {
    warmUpWith(2_000);
    assertThat(timed()).hasSize(OPERATIONS);
  }

  private void warmUpWith(long nanos) {
    watch.forgetWarmup(iteration(IterationType.WARMUP));
    watch.record(nanos);
    watch.forgetWarmup(iteration(IterationType.MEASUREMENT));
  }

  private List<Integer> timed() {
    List<Integer> timed = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      if (Stopwatch.isTimed(watch.start())) {
        timed.add(i);
      }
    }
    return timed;
  }

  private static IterationParams iteration(IterationType type) {
    return new IterationParams(type, 1, TimeValue.milliseconds(1), 1);
  }
}
