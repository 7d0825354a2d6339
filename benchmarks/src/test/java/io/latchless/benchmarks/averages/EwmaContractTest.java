package io.latchless.benchmarks.averages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.workload.SampleLatencies;
import io.latchless.benchmarks.workload.Together;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every average by sample has the same value as ours. */
@Timeout(60)
class EwmaContractTest {
  private static final String NAMES = "io.latchless.benchmarks.averages.Ewmas#NAMES";
  private static final double ALPHA = 0.01;

  @ParameterizedTest
  @FieldSource(NAMES)
  void weighsEachSampleLessThanTheNext(String name) {
    Average average = Ewmas.create(name, ALPHA);
    assertThat(average.value()).isNaN();
    double expected = Double.NaN;
    for (long sample : SampleLatencies.draw(1_000, new Random(1))) {
      average.record((double) sample);
      expected = Double.isNaN(expected) ? sample : (1 - ALPHA) * expected + ALPHA * sample;
      assertThat(average.value()).isCloseTo(expected, within(1e-12 * expected));
    }
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoSample(String name) throws Exception {
    double alpha = 1e-5;
    Average average = Ewmas.create(name, alpha);
    average.record(0);

    Together.repeat(2, 20_000, () -> average.record(1));

    assertThat(average.value()).isCloseTo(1 - Math.pow(1 - alpha, 40_000), within(1e-9));
  }

  @Test
  void thatOfDropwizardHasNoValueBeforeItIsTicked() {
    Average average = Ewmas.create(Ewmas.DROPWIZARD, ALPHA);
    average.record(1_000);

    assertThat(average.value()).isZero();
  }
}
