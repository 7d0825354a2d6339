package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DecayingTest {
  private static final Duration HALF_LIFE = Duration.ofSeconds(10);
  private static final double ERROR = 1e-12;

  private record Sample(long time, double value) {}

  private final FakeClock clock = new FakeClock(0);
  private final DecayingMean mean = new DecayingMean(HALF_LIFE, clock);
  private final DecayingRate rate = new DecayingRate(HALF_LIFE, clock);

  @Test
  void aMeanWithoutSamplesIsNotANumber() {
    assertThat(mean.mean()).isNaN();
    clock.advance(Duration.ofDays(1));
    assertThat(mean.mean()).isNaN();
  }

  @Test
  void aMeanIsRightFromTheFirstSampleOn() {
    clock.advance(Duration.ofSeconds(17));
    mean.record(1000);
    assertThat(mean.mean()).isCloseTo(1000, within(1e-12));
    mean.record(2000);
    assertThat(mean.mean()).isCloseTo(1500, within(1e-12));
  }

  @Test
  void aSampleCountsForHalfAsMuchAfterAHalfLife() {
    mean.record(0);
    clock.advance(HALF_LIFE);
    mean.record(300);
    assertThat(mean.mean()).isCloseTo(200, within(1e-12));
  }

  @Test
  void aMeanStaysWhereNothingIsRecorded() {
    mean.record(42);
    clock.advance(Duration.ofDays(36_500));
    assertThat(mean.mean()).isEqualTo(42);
  }

  @Test
  void aRateIsZeroBeforeAnythingHappens() {
    assertThat(rate.perSecond()).isZero();
    rate.mark();
    assertThat(rate.perSecond()).as("when no time has passed").isZero();
  }

  /** Marks one event in the middle of each tenth of a second, for one second. */
  @Test
  void aRateIsRightFromTheFirstSecondOn() {
    clock.advance(Duration.ofMillis(50));
    for (int i = 0; i < 10; i++) {
      rate.mark();
      clock.advance(Duration.ofMillis(100));
    }
    clock.advance(Duration.ofMillis(-50));
    assertThat(rate.perSecond()).isCloseTo(10, Percentage.withPercentage(0.01));
  }

  @Test
  void aRateSinksByHalfInAHalfLifeOnceItsBeginningIsFarAway() {
    clock.advance(Duration.ofDays(1));
    rate.mark(1_000);
    double before = rate.perSecond();
    clock.advance(HALF_LIFE);
    assertThat(rate.perSecond()).isCloseTo(before / 2, Percentage.withPercentage(1e-9));
  }

  @Test
  void severalEventsAtOnceAreAsManyOneByOne() {
    DecayingRate other = new DecayingRate(HALF_LIFE, clock);
    clock.advance(Duration.ofSeconds(3));
    rate.mark(5);
    rate.mark(0);
    for (int i = 0; i < 5; i++) {
      other.mark();
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(rate.perSecond()).isCloseTo(other.perSecond(), Percentage.withPercentage(1e-9));
  }

  /**
   * Takes one sample a day, so that all but the last are forgotten, while the clock wraps around.
   */
  @Test
  void nothingOverflowsInAHundredYears() {
    FakeClock wrapping = new FakeClock(Long.MAX_VALUE - Duration.ofDays(365).toNanos());
    DecayingMean level = new DecayingMean(HALF_LIFE, wrapping);
    DecayingRate events = new DecayingRate(HALF_LIFE, wrapping);
    double tauSeconds = HALF_LIFE.toSeconds() / Math.log(2);
    for (int day = 0; day < 36_525; day++) {
      wrapping.advance(Duration.ofDays(1));
      level.record(day);
      events.mark();
      assertThat(level.mean()).isCloseTo(day, within(1e-9));
      assertThat(events.perSecond()).isCloseTo(1 / tauSeconds, within(1e-9));
    }
  }

  /**
   * Depending on the step, the landmark moves at every sample or at hardly any, and weights become
   * denormal.
   */
  @Property(tries = 200)
  void theMeanIsTheOraclesToTwelveDigits(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
      @ForAll @LongRange(min = 1, max = 60_000) long longestStepMillis,
      @ForAll Random random) {
    clock.set(0);
    DecayingMean ours = new DecayingMean(HALF_LIFE, clock);
    DecayOracle oracle = new DecayOracle(HALF_LIFE.toNanos());
    for (double value : values) {
      clock.advance(Duration.ofMillis(random.nextLong(longestStepMillis)));
      ours.record(value);
      oracle.add(clock.getAsLong(), value);
    }
    assertThat(ours.mean())
        .isCloseTo(oracle.mean(), within(ERROR * Math.max(oracle.meanMagnitude(), 1e-300)));
  }

  @Property(tries = 200)
  void theRateIsTheOraclesToTwelveDigits(
      @ForAll @IntRange(min = 1, max = 60) int events,
      @ForAll @LongRange(min = 1, max = 60_000) long longestStepMillis,
      @ForAll Random random) {
    clock.set(0);
    DecayingRate ours = new DecayingRate(HALF_LIFE, clock);
    DecayOracle oracle = new DecayOracle(HALF_LIFE.toNanos());
    for (int i = 0; i < events; i++) {
      clock.advance(Duration.ofMillis(1 + random.nextLong(longestStepMillis)));
      ours.mark();
      oracle.add(clock.getAsLong(), 0);
    }
    clock.advance(Duration.ofMillis(random.nextLong(longestStepMillis)));
    double expected = oracle.perSecond(clock.getAsLong());
    assertThat(ours.perSecond()).isCloseTo(expected, within(ERROR * expected));
  }

  /** Threads may record in another order than that in which they read the clock. */
  @Property(tries = 100)
  void theOrderInWhichThreadsComeDoesNotMatter(
      @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = 0, max = 1e6) Double> values,
      @ForAll Random random) {
    List<Sample> samples = new ArrayList<>();
    for (double value : values) {
      samples.add(new Sample(random.nextLong(10 * HALF_LIFE.toNanos()), value));
    }
    double inOneOrder = meanOf(samples);
    Collections.shuffle(samples, random);
    assertThat(meanOf(samples)).isCloseTo(inOneOrder, within(ERROR * 1e6));
  }

  private double meanOf(List<Sample> samples) {
    clock.set(0);
    DecayingMean ours = new DecayingMean(HALF_LIFE, clock);
    for (Sample sample : samples) {
      ours.add(sample.value, sample.time);
    }
    return ours.mean();
  }

  @Test
  void theLargestSamplesAddUp() {
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofSeconds(1));
      mean.record(1e270);
      mean.record(-1e270);
    }
    assertThat(mean.mean()).isCloseTo(0, within(1e270 * ERROR));
  }

  /**
   * The clock jumps years forward and back, and runs on from there: figures stay finite and keep
   * changing.
   */
  @Property(tries = 100)
  void aClockThatJumpsBreaksNothing(
      @ForAll @Size(max = 10) List<@LongRange(min = -25, max = 25) Long> years) {
    FakeClock jumping = new FakeClock(0);
    DecayingMean level = new DecayingMean(HALF_LIFE, jumping);
    DecayingRate events = new DecayingRate(HALF_LIFE, jumping);
    for (long jump : years) {
      level.record(1);
      events.mark();
      jumping.advance(Duration.ofDays(365 * jump));
      assertThat(level.mean()).isCloseTo(1, within(ERROR));
      assertThat(events.perSecond()).isFinite().isNotNegative();
    }
    level.record(1);
    jumping.advance(HALF_LIFE.multipliedBy(40));
    level.record(5);
    assertThat(level.mean()).as("older samples are forgotten").isCloseTo(5, within(1e-9));
    double before = events.perSecond();
    for (int i = 0; i < 100; i++) {
      events.mark();
    }
    assertThat(events.perSecond()).isGreaterThan(before);
  }

  /** The landmark lies in the future of the reader's clock. */
  @Test
  void anEventNeverCountsForMoreThanOne() {
    Decay decay = new Decay(Duration.ofNanos(1), () -> 10);
    assertThat(decay.perSecond(new Decay.Decayed(1_000_000, 1, 1), 10)).isFinite();
  }

  /**
   * Each addition rounds by at most half a unit in the last place, and nothing decays in between.
   */
  @Test
  void theErrorOfManySamplesAtOneInstantIsAsStated() {
    clock.set(Duration.ofSeconds(1).toNanos());
    int samples = 3_000_000;
    for (int i = 0; i < samples; i++) {
      mean.record(0.1);
      rate.mark();
    }
    double bound = ERROR + samples * 0x1p-53;
    assertThat(mean.mean()).isCloseTo(0.1, within(0.1 * 2 * bound));
    clock.advance(Duration.ofMillis(1));
    double tau = HALF_LIFE.toSeconds() / Math.log(2);
    double expected = samples * Math.exp(-0.001 / tau) / (tau * -Math.expm1(-1.001 / tau));
    assertThat(rate.perSecond()).isCloseTo(expected, within(expected * bound));
  }

  @Test
  void badArgumentsAreNamedAndNothingIsRecorded() {
    for (double sample : new double[] {Double.NaN, 1.1e270, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> mean.record(sample))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("sample must be from -1e270 to 1e270, was " + sample);
    }
    assertThat(mean.mean()).isNaN();
    assertThatThrownBy(() -> rate.mark(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("events must be from 0 to 9007199254740992, was -1");
    assertThatThrownBy(() -> new DecayingMean(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("halfLife must be from PT0.000000001S to PT876600H, was PT0S");
    assertThatThrownBy(() -> new DecayingRate(Duration.ofDays(36_526)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was PT876624H");
    assertThatThrownBy(() -> new DecayingRate(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was PT-1S");
  }

  @Test
  void bothTellTheirHalfLifeAndFitIntoALogLine() {
    mean.record(12.5);
    clock.advance(Duration.ofSeconds(2));
    rate.mark(25);
    assertThat(mean.halfLife()).isEqualTo(HALF_LIFE);
    assertThat(rate.halfLife()).isEqualTo(HALF_LIFE);
    assertThat(mean).hasToString("DecayingMean[12.5000, half-life PT10S]");
    assertThat(rate.toString()).matches("DecayingRate\\[13\\.38.*/s, half-life PT10S]");
  }

  @Test
  void theDefaultClockRuns() {
    DecayingMean real = new DecayingMean(HALF_LIFE);
    DecayingRate events = new DecayingRate(HALF_LIFE);
    real.record(3);
    events.mark();
    assertThat(real.mean()).isCloseTo(3, within(1e-12));
    assertThat(events.perSecond()).isPositive();
  }
}
