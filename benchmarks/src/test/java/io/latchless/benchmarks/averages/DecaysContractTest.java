package io.latchless.benchmarks.averages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.workload.SampleLatencies;
import io.latchless.benchmarks.workload.Together;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every mean and every rate that decays by time has the same value as ours. */
@Timeout(60)
class DecaysContractTest {
  private static final String MEANS = "io.latchless.benchmarks.averages.Decays#MEANS";
  private static final String RATES = "io.latchless.benchmarks.averages.Decays#RATES";
  private static final Duration HALF_LIFE = Duration.ofSeconds(10);
  private static final double TAU = HALF_LIFE.toNanos() / Math.log(2);

  /** A thousand steps of half this length on average move the landmark many times. */
  private static final long LONGEST_STEP = TimeUnit.SECONDS.toNanos(10);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

  @ParameterizedTest
  @FieldSource(MEANS)
  void meanWeighsBySamplesAge(String name) {
    Average mean = Decays.mean(name, HALF_LIFE, clock::get);
    assertThat(mean.value()).isNaN();
    Random random = new Random(1);
    double weight = 0;
    double sum = 0;
    for (long sample : SampleLatencies.draw(1_000, random)) {
      double kept = Math.exp(-step(random) / TAU);
      weight = weight * kept + 1;
      sum = sum * kept + sample;
      mean.record((double) sample);
      assertThat(mean.value()).isCloseTo(sum / weight, within(1e-9 * sum / weight));
    }
  }

  @ParameterizedTest
  @FieldSource(RATES)
  void rateWeighsByEventsAge(String name) {
    Rate rate = Decays.rate(name, HALF_LIFE, clock::get);
    assertThat(rate.perSecond()).isZero();
    Random random = new Random(1);
    double weight = 0;
    double age = 0;
    for (int i = 0; i < 1_000; i++) {
      long step = step(random);
      age += step;
      weight = weight * Math.exp(-step / TAU) + 1;
      rate.mark();
      double expected = weight / (TAU / 1e9 * (1 - Math.exp(-age / TAU)));
      assertThat(rate.perSecond()).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  private long step(Random random) {
    long step = 1 + (long) (random.nextDouble() * LONGEST_STEP);
    clock.addAndGet(step);
    return step;
  }

  @ParameterizedTest
  @FieldSource(MEANS)
  void meanLosesNoSample(String name) throws Exception {
    Average mean = Decays.mean(name, HALF_LIFE, clock::get);

    Together.repeat(2, 20_000, () -> mean.record(1));
    for (int i = 0; i < 40_000; i++) {
      mean.record(3);
    }

    assertThat(mean.value()).isCloseTo(2, within(1e-9));
  }

  @ParameterizedTest
  @FieldSource(RATES)
  void rateLosesNoEvent(String name) throws Exception {
    Rate rate = Decays.rate(name, HALF_LIFE, clock::get);

    Together.repeat(2, 20_000, rate::mark);
    clock.addAndGet(HALF_LIFE.toNanos());

    double perSecondOfOne = 0.5 / (TAU / 1e9 * 0.5);
    assertThat(rate.perSecond()).isCloseTo(40_000 * perSecondOfOne, within(1e-3));
  }
}
