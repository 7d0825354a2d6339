package io.latchless.benchmarks.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StalledPairsTest {
  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.ring.Rings#WITH_BATCHES")
  @Timeout(60)
  void everyPairFindsAnElementAndTheThreadThatStallsEnds(String name) throws Exception {
    StalledPairs pairs = new StalledPairs();
    pairs.subject = name;
    pairs.create();
    Together.repeat(2, 1_000, () -> assertThat(pairs.pair()).isNotNull());
    pairs.stop();
  }
}
