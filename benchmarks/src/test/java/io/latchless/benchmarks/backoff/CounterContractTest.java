package io.latchless.benchmarks.backoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No counter loses an increment. */
class CounterContractTest {
  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.backoff.Counters#NAMES")
  void countsEveryIncrement(String name) throws Exception {
    ContendedCounter counter = Counters.create(name);

    Together.repeat(2, 20_000, counter::increment);

    assertThat(counter.increment()).isEqualTo(40_001);
  }
}
