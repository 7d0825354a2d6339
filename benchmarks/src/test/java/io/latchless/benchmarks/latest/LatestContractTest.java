package io.latchless.benchmarks.latest;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import io.latchless.primitives.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every latest value behaves like ours. */
@Timeout(60)
class LatestContractTest {
  private static final String NAMES = "io.latchless.benchmarks.latest.LatestValues#NAMES";

  @ParameterizedTest
  @FieldSource(NAMES)
  void numbersValuesAndLetsThemBeReadAgain(String name) throws InterruptedException {
    NumberedLatest<String> latest = LatestValues.create(name);

    assertThat(latest.get()).isNull();
    assertThat(latest.snapshot()).isNull();
    assertThat(latest.version()).isZero();
    assertThat(latest.awaitNewer(0, Duration.ofMillis(1))).isEmpty();
    assertThat(latest.publish("a")).isEqualTo(1);
    assertThat(latest.publish("b")).isEqualTo(2);
    assertThat(latest.get()).isEqualTo("b").isEqualTo(latest.get());
    assertThat(latest.snapshot()).isEqualTo(new Snapshot<>("b", 2));
    assertThat(latest.awaitNewer(1, Duration.ZERO)).contains(new Snapshot<>("b", 2));
    assertThat(latest.awaitNewer(2, Duration.ZERO)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void wakesWhoWaits(String name) throws Exception {
    NumberedLatest<Integer> latest = LatestValues.create(name);
    CompletableFuture<Long> reader =
        CompletableFuture.supplyAsync(
            () -> {
              long seen = 0;
              while (seen < 2_000) {
                seen = newer(latest, seen).orElseThrow().version();
              }
              return seen;
            });

    Together.repeat(2, 1_000, () -> latest.put(1));

    assertThat(reader.get()).isEqualTo(2_000);
  }

  private static Optional<Snapshot<Integer>> newer(NumberedLatest<Integer> latest, long seen) {
    try {
      return latest.awaitNewer(seen, Duration.ofSeconds(30));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
