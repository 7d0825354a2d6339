package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EwmaTest {
  private static final MathContext EXACT_ENOUGH = new MathContext(60);
  private static final double GREATEST = 1e300;

  @Test
  void beginsWithoutAValue() {
    Ewma ewma = new Ewma(0.5);
    assertThat(ewma.value()).isNaN();
    assertThat(ewma.alpha()).isEqualTo(0.5);
    assertThat(ewma).hasToString("NaN");
  }

  @Test
  void theFirstSampleIsTheValue() {
    Ewma ewma = new Ewma(0.01);
    ewma.record(1000);
    assertThat(ewma.value()).isEqualTo(1000);
    assertThat(ewma).hasToString("1000.0");
  }

  @Test
  void aFirstSampleOfZeroIsAValueToo() {
    Ewma ewma = new Ewma(0.5);
    ewma.record(0);
    assertThat(ewma.value()).isZero();
    ewma.record(4);
    assertThat(ewma.value()).isEqualTo(2);
  }

  @Test
  void laterSamplesCountByTheirWeight() {
    Ewma ewma = new Ewma(0.25);
    ewma.record(8);
    ewma.record(16);
    assertThat(ewma.value()).isEqualTo(10);
    ewma.record(-2);
    assertThat(ewma.value()).isEqualTo(7);
  }

  @Test
  void withAWeightOfOneItIsTheLastSample() {
    Ewma ewma = new Ewma(1);
    for (double sample : new double[] {3, 0.1, -Double.MAX_VALUE, Double.MIN_VALUE}) {
      ewma.record(sample);
      assertThat(ewma.value()).isEqualTo(sample);
    }
  }

  @Test
  void takesItsWeightFromANumberOfSamples() {
    assertThat(Ewma.ofSamples(1).alpha()).isEqualTo(1);
    assertThat(Ewma.ofSamples(3).alpha()).isEqualTo(0.5);
    assertThat(Ewma.ofSamples(99).alpha()).isEqualTo(0.02);
    assertThat(Ewma.ofSamples(Double.MAX_VALUE).alpha()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        -0.1,
        1.0000000000000002,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void refusesAWeightOutOfBounds(double alpha) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ewma(alpha))
        .withMessage("alpha must be greater than 0 and at most 1, was " + alpha);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0.9999999999999999, 0, -1, Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0.0})
  void refusesANumberOfSamplesOutOfBounds(double samples) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.ofSamples(samples))
        .withMessage("samples must be finite and at least 1, was " + samples);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesASampleThatIsNotFiniteAndStaysAsItWas(double sample) {
    Ewma ewma = new Ewma(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ewma.record(sample))
        .withMessage("sample must be finite, was " + sample);
    assertThat(ewma.value()).isNaN();
    ewma.record(7);
    assertThatIllegalArgumentException().isThrownBy(() -> ewma.record(sample));
    assertThat(ewma.value()).isEqualTo(7);
  }

  /** An average of integers would stay at 1000 for ever with this weight. */
  @Test
  void reachesAnInputThatIsALittleHigher() {
    Ewma ewma = new Ewma(0.1);
    ewma.record(1000);
    for (int i = 0; i < 1_000; i++) {
      ewma.record(1005);
    }
    assertThat(ewma.value()).isCloseTo(1005, within(1e-9));
  }

  @Test
  void doesNotOverflow() {
    for (double alpha : new double[] {0.1, 0.3, 0.7, 0.9, 1e-9, 1.0 / 3}) {
      Ewma ewma = new Ewma(alpha);
      for (int i = 0; i < 1_000; i++) {
        ewma.record(Double.MAX_VALUE);
        assertThat(ewma.value()).isEqualTo(Double.MAX_VALUE);
      }
      for (int i = 0; i < 1_000; i++) {
        ewma.record(i % 3 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        assertThat(ewma.value()).isFinite();
      }
    }
  }

  /** Samples from -1 to 1 with all bits of a double; jqwik's own have two decimals. */
  private static Arbitrary<Double> fractions() {
    return Arbitraries.longs().map(bits -> (bits >> 10) * 0x1p-53);
  }

  @Provide
  Arbitrary<Double> alphas() {
    return Arbitraries.oneOf(
        fractions().map(fraction -> 0.001 + 0.999 * Math.abs(fraction)),
        Arbitraries.of(0.001, 0.01, 0.1, 0.5, 0.9, 1.0, 1.0 / 3, 2.0 / 3));
  }

  /**
   * Samples small enough for exact results to fit into a double, and none so small as to be
   * denormal.
   */
  @Provide
  Arbitrary<List<Double>> samples() {
    return Arbitraries.oneOf(
            fractions().map(fraction -> fraction * GREATEST),
            fractions().map(fraction -> fraction * 1_000),
            fractions().map(fraction -> 1_000 + fraction),
            Arbitraries.of(0.0, 1.0, -1.0, 1e-300, 0.1))
        .list()
        .ofMinSize(1)
        .ofMaxSize(300);
  }

  /** The bound is 4 rounding units of 2^-53 for each of the last samples that have weight. */
  @Property(tries = 500)
  void differsFromExactArithmeticByAStatedBoundAtMost(
      @ForAll("alphas") double alpha, @ForAll("samples") List<Double> samples) {
    Ewma ewma = new Ewma(alpha);
    BigDecimal weight = new BigDecimal(alpha);
    BigDecimal rest = BigDecimal.ONE.subtract(weight);
    BigDecimal exact = new BigDecimal(samples.get(0));
    double greatest = 0;
    ewma.record(samples.get(0));
    for (int i = 0; i < samples.size(); i++) {
      BigDecimal sample = new BigDecimal(samples.get(i));
      greatest = Math.max(greatest, Math.abs(samples.get(i)));
      if (i > 0) {
        ewma.record(samples.get(i));
        exact = rest.multiply(exact).add(weight.multiply(sample), EXACT_ENOUGH).round(EXACT_ENOUGH);
      }
      double error = new BigDecimal(ewma.value()).subtract(exact).abs().doubleValue();
      assertThat(error).isLessThanOrEqualTo(0x1p-51 * greatest * Math.min(i + 1, 1 / alpha));
    }
  }

  @Property(tries = 500)
  void isAlwaysWithinTheRangeOfTheSamples(
      @ForAll("alphas") double alpha, @ForAll("samples") List<Double> samples) {
    Ewma ewma = new Ewma(alpha);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double sample : samples) {
      ewma.record(sample);
      min = Math.min(min, sample);
      max = Math.max(max, sample);
      assertThat(ewma.value()).isBetween(min, max);
    }
  }

  @Property(tries = 500)
  void doesNotLeaveAConstantInput(@ForAll("alphas") double alpha, @ForAll double input) {
    Ewma ewma = new Ewma(alpha);
    for (int i = 0; i < 100; i++) {
      ewma.record(input);
      assertThat(ewma.value()).isEqualTo(input);
    }
  }

  /** Takes so many samples that earlier ones have no weight, even if they were huge. */
  @Property(tries = 100)
  void comesAsNearToAConstantInputAsItSays(
      @ForAll("alphas") double any, @ForAll("samples") List<Double> samples) {
    double alpha = Math.max(0.03, any);
    double input = samples.get(0);
    Ewma ewma = new Ewma(alpha);
    ewma.record(samples.get(samples.size() - 1));
    for (int i = 0; i < 3_000 / alpha; i++) {
      ewma.record(input);
    }
    assertThat(Math.abs(ewma.value() - input)).isLessThanOrEqualTo(3 / alpha * Math.ulp(input));
  }

  /**
   * All samples but the first are equal, so every order of them leads to the same value, bit for
   * bit. One sample less leads to another value: each of them moves the average by far more than
   * rounding does.
   */
  @Test
  void noSampleOfManyThreadsIsLost() throws Exception {
    int threads = 4;
    int each = 50_000;
    double alpha = 1.0 / (threads * each);
    Ewma ewma = new Ewma(alpha);
    Ewma alone = new Ewma(alpha);
    ewma.record(0);
    alone.record(0);
    double beforeTheLast = 0;
    for (int i = 0; i < threads * each; i++) {
      beforeTheLast = alone.value();
      alone.record(1);
    }
    assertThat(alone.value()).isGreaterThan(beforeTheLast);
    Together.run(
        threads,
        index -> {
          for (int i = 0; i < each; i++) {
            ewma.record(1);
          }
        });
    assertThat(ewma.value()).isEqualTo(alone.value());
  }

  @Test
  void ofManyFirstSamplesOneIsTheValueAndTheOthersAreMixedIn() throws Exception {
    for (int round = 0; round < 500; round++) {
      Ewma ewma = new Ewma(0.5);
      Together.run(2, index -> ewma.record(index * 4.0));
      assertThat(ewma.value()).isEqualTo(2);
    }
  }
}
