package io.latchless.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Forward decay computed with fifty digits. */
final class DecayOracle {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal LN_2 =
      new BigDecimal("0.69314718055994530941723212145817656807550013436026");

  private record Sample(long time, BigDecimal value) {}

  private final BigDecimal halfLife;
  private final List<Sample> samples = new ArrayList<>();

  DecayOracle(long halfLifeNanos) {
    halfLife = BigDecimal.valueOf(halfLifeNanos);
  }

  void add(long time, double value) {
    samples.add(new Sample(time, new BigDecimal(value)));
  }

  double mean() {
    long end = samples.stream().mapToLong(Sample::time).max().orElseThrow();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Sample sample : samples) {
      BigDecimal weight = weight(sample.time - end);
      weights = weights.add(weight);
      sum = sum.add(weight.multiply(sample.value));
    }
    return sum.divide(weights, DIGITS).doubleValue();
  }

  double meanMagnitude() {
    DecayOracle magnitudes = new DecayOracle(halfLife.longValueExact());
    samples.forEach(s -> magnitudes.add(s.time, s.value.abs().doubleValue()));
    return magnitudes.mean();
  }

  /**
   * Returns the events per second at a time after the beginning, which is 0, if each sample is an
   * event.
   */
  double perSecond(long now) {
    BigDecimal weights = BigDecimal.ZERO;
    for (Sample sample : samples) {
      weights = weights.add(weight(sample.time - now));
    }
    BigDecimal tau = halfLife.divide(LN_2, DIGITS);
    BigDecimal time = BigDecimal.ONE.subtract(weight(-now)).multiply(tau);
    return weights.divide(time, DIGITS).doubleValue() * 1e9;
  }

  private BigDecimal weight(long nanos) {
    BigDecimal halfLives = BigDecimal.valueOf(nanos).divide(halfLife, DIGITS);
    int whole = halfLives.intValue();
    BigDecimal rest = halfLives.subtract(BigDecimal.valueOf(whole)).multiply(LN_2);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 1; i <= 45; i++) {
      term = term.multiply(rest, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.multiply(BigDecimal.valueOf(2).pow(whole, DIGITS), DIGITS);
  }
}
