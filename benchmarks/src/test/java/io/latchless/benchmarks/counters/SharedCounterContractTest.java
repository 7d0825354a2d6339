package io.latchless.benchmarks.counters;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No counter loses an increment. */
@Timeout(60)
class SharedCounterContractTest {
  /** Long enough for threads to run at the same time, even on a busy machine. */
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.counters.SharedCounters#NAMES")
  void countsEveryIncrement(String name) throws Exception {
    SharedCounter counter = SharedCounters.create(name);
    assertThat(counter.sum()).isZero();
    AtomicLong increments = new AtomicLong();
    long start = System.nanoTime();

    Together.repeat(
        2,
        1,
        () -> {
          long own = 0;
          while (System.nanoTime() - start < NANOS) {
            counter.increment();
            own++;
          }
          increments.addAndGet(own);
        });

    assertThat(counter.sum()).isEqualTo(increments.get());
  }
}
