package io.latchless.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
  @Test
  void aThreadThatWaitsForItsTurnCanBeStopped() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    Pace never = Pace.perSecond(1);
    for (int i = 0; i < 2; i++) {
      never.awaitTurn();
    }
    BackgroundThread thread =
        BackgroundThread.start(
            "slow",
            () -> {
              never.awaitTurn();
              turns.getAndIncrement();
            });
    thread.stop();

    assertThat(turns.get()).isLessThanOrEqualTo(1);
  }

  @Test
  void turnsComeRoundAndRound() throws InterruptedException {
    Pace fast = Pace.perSecond(1_000_000);
    for (int i = 0; i < 1_000; i++) {
      fast.awaitTurn();
    }
  }
}
