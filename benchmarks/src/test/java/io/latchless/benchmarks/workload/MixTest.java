package io.latchless.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Checks which operations write, with a clock that the test moves. The start of a schedule is
 * random.
 */
class MixTest {
  private static final long SECOND = 1_000_000_000;
  private static final int A_LOOK = 32;

  private long now = Long.MAX_VALUE - SECOND;
  private int looks;

  private Mix mix(int updatesPerSecond, int thread, int threads) {
    Mix mix =
        new Mix(
            () -> {
              looks++;
              return now;
            });
    mix.writePercent = 25;
    mix.updatesPerSecond = updatesPerSecond;
    mix.prepare(new ThreadParams(thread, threads, 0, 1, 0, 1, 0, 1, 0, 1));
    looks = 0;
    return mix;
  }

  private int writes(Mix mix, int operations, long nanosOfEach) {
    int writes = 0;
    for (int i = 0; i < operations; i++) {
      writes += mix.nextIsWrite() ? 1 : 0;
      now += nanosOfEach;
    }
    return writes;
  }

  @Test
  void withoutARateTheShareIsExactAndTheClockIsLeftAlone() {
    Mix mix = mix(0, 1, 2);
    assertThat(writes(mix, 4_000, 100)).isEqualTo(1_000);
    assertThat(looks).isZero();
  }

  @Test
  void readsThatAreDueAreMadeOneAfterTheOtherAndEverythingElseWrites() {
    Mix mix = mix(0, 0, 1);
    mix.readsPerSecond = 1_000;
    mix.prepare(new ThreadParams(0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
    now += 10 * SECOND / 1_000 - 1;
    List<Integer> reads = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      if (!mix.nextIsWrite()) {
        reads.add(i);
      }
    }
    assertThat(reads).containsExactly(30, 31, 32, 33, 34, 35, 36, 37, 38, 39);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1, 500",
    "1000, 1, 500",
    "1000, 2, 500",
    "100000, 2, 500",
    "1000, 8, 10000",
    "100000, 2, 10000"
  })
  void threadsTogetherMakeAsManyAsAreAskedFor(int updates, int threads, int nanosOfEach) {
    int made = 0;
    for (int thread = 0; thread < threads; thread++) {
      // A multiple of the operations between two reads of the clock, so that every due update is
      // made by the end.
      int operations = (int) (SECOND / nanosOfEach) / A_LOOK * A_LOOK;
      made += writes(mix(updates, thread, threads), operations, nanosOfEach);
    }
    assertThat(made).isBetween(updates - updates / 50 - threads, updates + threads);
  }

  @Test
  void theClockIsLookedAtNowAndThenWhileNothingIsDue() {
    Mix mix = mix(1, 0, 1);
    now--;
    assertThat(writes(mix, 100 * A_LOOK, 0)).isZero();
    assertThat(looks).isEqualTo(100);
  }

  @Test
  void whatIsDueIsMadeOneAfterTheOther() {
    Mix mix = mix(1_000, 0, 1);
    now += 10 * SECOND / 1_000 - 1;
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      if (mix.nextIsWrite()) {
        at.add(i);
      }
    }
    assertThat(at).containsExactly(30, 31, 32, 33, 34, 35, 36, 37, 38, 39);
  }

  @Test
  void whoCannotMakeThemAllDoesNothingButWrite() {
    Mix mix = mix(1_000, 0, 1);
    now += SECOND / 1_000;
    assertThat(writes(mix, A_LOOK - 2, 0)).isZero();
    assertThat(writes(mix, 1_000, 2 * SECOND / 1_000)).isEqualTo(1_000);
  }

  @Test
  void afterAStallATenthOfASecondIsMadeUpForAndTheRestForgotten() {
    Mix mix = mix(1_000, 0, 1);
    now += 10 * SECOND;
    assertThat(writes(mix, 10_000, 0)).isEqualTo(101);
    now += 10 * SECOND / 1_000;
    assertThat(writes(mix, 10_000, 0)).isEqualTo(10);
  }

  @Test
  void timeBetweenIterationsDoesNotCount() {
    Mix mix = mix(1_000, 0, 1);
    now += SECOND;
    mix.resume();
    assertThat(writes(mix, 10_000, 0)).isLessThanOrEqualTo(1);
    now += 5 * SECOND / 1_000;
    mix.pause(iteration(IterationType.MEASUREMENT));
    now += SECOND;
    mix.resume();
    assertThat(writes(mix, 10_000, 0)).isEqualTo(5);
  }

  @Test
  void whatIsOwedFromTheWarmUpIsForgottenAndTheScheduleKept() {
    Mix mix = mix(1_000, 0, 1);
    now += 10 * SECOND / 1_000;
    mix.pause(iteration(IterationType.WARMUP));
    mix.resume();
    assertThat(writes(mix, 10_000, 0)).isZero();
    now += SECOND / 1_000;
    assertThat(writes(mix, 10_000, 0)).isEqualTo(1);
  }

  private static IterationParams iteration(IterationType type) {
    return new IterationParams(type, 1, TimeValue.milliseconds(50), 1);
  }

  @Test
  void aRareUpdateIsMadeHoweverLateItIs() {
    UpdateSchedule schedule = new UpdateSchedule(() -> now, 4 * SECOND, now);
    now += SECOND;
    assertThat(schedule.isDue()).isTrue();
    assertThat(schedule.isDue()).isFalse();
    now += 4 * SECOND;
    assertThat(schedule.isDue()).isTrue();
    assertThat(schedule.isDue()).isFalse();
  }
}
