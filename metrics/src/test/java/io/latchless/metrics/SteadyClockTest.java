package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final FakeClock clock = new FakeClock(Long.MAX_VALUE - 5);
  private final LongSupplier elapsed = new SteadyClock(clock);

  @Test
  void beginsAtZeroAndFollowsAClockThatWrapsAround() {
    assertThat(elapsed.getAsLong()).isZero();
    clock.advance(Duration.ofNanos(10));
    assertThat(elapsed.getAsLong()).isEqualTo(10);
    clock.advance(HOUR);
    assertThat(elapsed.getAsLong()).isEqualTo(HOUR.toNanos() + 10);
  }

  @Test
  void aStepBackIsNoTime() {
    clock.advance(HOUR);
    long before = elapsed.getAsLong();
    clock.advance(HOUR.multipliedBy(-3));
    assertThat(elapsed.getAsLong()).isEqualTo(before);
    clock.advance(Duration.ofMillis(20));
    assertThat(elapsed.getAsLong()).isEqualTo(before + 20_000_000);
    clock.advance(HOUR);
    assertThat(elapsed.getAsLong()).isEqualTo(before + 20_000_000 + HOUR.toNanos());
  }

  @Test
  void stopsWhereALongEnds() {
    Duration century = Duration.ofDays(36_525);
    for (int i = 0; i < 10; i++) {
      clock.advance(century);
      assertThat(elapsed.getAsLong()).isPositive();
      clock.advance(Duration.ofMillis(1));
      assertThat(elapsed.getAsLong()).isPositive();
    }
  }

  @Test
  void theSystemsClockRuns() {
    LongSupplier system = SteadyClock.ofSystem();
    long before = system.getAsLong();
    assertThat(before).isNotNegative();
    assertThat(system.getAsLong()).isGreaterThanOrEqualTo(before);
  }
}
