package io.latchless.benchmarks.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.BackgroundThread;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(60)
class PoolContractTest {
  private static final int LOOKS = 200_000;

  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.state.Pools#WHOLE")
  void connectionsAlwaysAddUp(String name) throws InterruptedException {
    assertThat(tornLooks(Pools.create(name), LOOKS)).isZero();
  }

  @Test
  void severalAtomicsTear() throws InterruptedException {
    Pool pool = Pools.create(Pools.SEPARATE);
    long torn = 0;
    while (torn == 0) {
      torn = tornLooks(pool, LOOKS);
    }
    assertThat(pool.count()).isEqualTo(Pool.CONNECTIONS);
  }

  /** Returns the number of torn reads of one thread while another moves connections. */
  private static long tornLooks(Pool pool, int looks) throws InterruptedException {
    AtomicLong moves = new AtomicLong();
    BackgroundThread mover =
        BackgroundThread.start("mover", () -> pool.move((int) (moves.getAndIncrement() % 3)));
    long torn = 0;
    for (int i = 0; i < looks || moves.get() < looks; i++) {
      if (pool.count() != Pool.CONNECTIONS) {
        torn++;
      }
    }
    mover.stop();
    return torn;
  }
}
