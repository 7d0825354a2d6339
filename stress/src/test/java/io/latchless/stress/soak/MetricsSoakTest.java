package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.metrics.Counter;
import io.latchless.metrics.Ewma;
import io.latchless.stress.Effort;
import io.latchless.stress.subjects.AverageSubject;
import io.latchless.stress.subjects.CounterSubject;
import org.junit.jupiter.api.Test;

class MetricsSoakTest {
  private static final int THREADS = 4;

  @Test
  void everyIncrementIsInOneSum() throws InterruptedException {
    CounterSubject counter = CounterSubject.of(new Counter());
    assertThat(CounterAccount.audit(counter, THREADS, Effort.of(200_000, 200_000_000))).isEmpty();
  }

  @Test
  void anAverageComesToItsInput() {
    assertThat(AverageChecks.converges(AverageSubject.of(new Ewma(0.1)))).isEmpty();
  }

  @Test
  void everySampleHasItsWeight() throws InterruptedException {
    assertThat(
            AverageChecks.keepsAll(
                alpha -> AverageSubject.of(new Ewma(alpha)),
                THREADS,
                Effort.of(100_000, 10_000_000)))
        .isEmpty();
  }
}
