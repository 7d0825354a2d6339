package io.latchless.stress.freeze.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.Effort;
import io.latchless.stress.freeze.ThawProbe;
import io.latchless.stress.freeze.ThawReport;
import io.latchless.stress.freeze.ThawStage;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ThawedRingsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ALL = 100;

  @ParameterizedTest
  @Execution(CONCURRENT)
  @ValueSource(
      classes = {
        BlockingRingBufferStage.Consumers.class,
        BlockingRingBufferStage.Producers.class,
        BlockingRingBufferStage.Arrivals.class,
        BlockingRingBufferStage.Departures.class
      })
  void nobodyStaysParkedBesideWhatItWaitsFor(Class<? extends ThawStage> stage) {
    ThawReport report = ThawProbe.walk(stage, PATIENCE, Effort.of(1, ALL));

    System.out.println("thawed: " + report);
    assertThat(report.findings()).as("%s", report).isEmpty();
  }
}
