package io.latchless.benchmarks.counters;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No counter loses an increment. */
@Timeout(60)
class SharedCounterContractTest {
  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.counters.SharedCounters#NAMES")
  void countsEveryIncrement(String name) throws Exception {
    SharedCounter counter = SharedCounters.create(name);
    assertThat(counter.sum()).isZero();

    Together.repeat(2, 500_000, counter::increment);

    assertThat(counter.sum()).isEqualTo(1_000_000);
  }
}
