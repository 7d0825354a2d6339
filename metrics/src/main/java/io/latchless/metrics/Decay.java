package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Forward decay: what happens at a time t after a landmark weighs exp(t / tau), and ages because
 * later things weigh more. So weights are only ever added, in any order.
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009).
 */
final class Decay {
  /*
   * Three fields of a stripe: the landmark, the weights of its samples, and the sum of the samples
   * times their weights. When exp(t / tau) has become large, the writer moves the landmark of its stripe to its
   * own time and scales both down to it; it is alone there, so no more needs to be done. A stripe that has
   * not been written for long keeps its old landmark, and readers scale it when they add stripes up.
   *
   * Times are those since the beginning, see SteadyClock: from 0 up, and 292 years fit in. That of a
   * sample may lie before the landmark, if its thread had read the clock and was late; that of a reader may
   * not, and where a clock says so it counts as the landmark's.
   */

  /** What a total starts from. */
  static final Decayed NOTHING = new Decayed(0, 0, 0);

  static final int FIELDS = 3;

  /** The largest sample: a sum of 10^15 of the largest weight times this is still finite. */
  static final double LARGEST = 1e270;

  private static final int LANDMARK = 0;
  private static final int WEIGHT = 1;
  private static final int SUM = 2;

  /** In tau. The largest weight is then 8 * 10^13. */
  private static final double LANDMARK_STANDS = 32;

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Duration halfLife;
  private final LongSupplier elapsed;
  private final double tau;

  /**
   * A decay that begins now.
   *
   * @param elapsed nanoseconds since the beginning
   * @throws IllegalArgumentException if the half-life is not positive, or more than 100 years
   */
  Decay(Duration halfLife, LongSupplier elapsed) {
    this.halfLife = requireHalfLife(halfLife);
    this.elapsed = elapsed;
    this.tau = halfLife.toNanos() / Math.log(2);
  }

  static Duration requireHalfLife(Duration halfLife) {
    requireNonNull(halfLife, "halfLife");
    if (halfLife.isZero() || halfLife.isNegative() || halfLife.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "halfLife must be from PT0.000000001S to " + LONGEST + ", was " + halfLife);
    }
    return halfLife;
  }

  Duration halfLife() {
    return halfLife;
  }

  /** Nanoseconds since the beginning. */
  long now() {
    return elapsed.getAsLong();
  }

  /** Adds samples to the fields, from one on, of a stripe that this thread has claimed. */
  void add(long[] stripe, int at, long now, long samples, double sum) {
    double age = (now - Stripe.get(stripe, at + LANDMARK)) / tau;
    double weight = Double.longBitsToDouble(Stripe.get(stripe, at + WEIGHT));
    double weighted = Double.longBitsToDouble(Stripe.get(stripe, at + SUM));
    if (age > LANDMARK_STANDS) {
      double scale = Math.exp(-age);
      weight *= scale;
      weighted *= scale;
      Stripe.setOpaque(stripe, at + LANDMARK, now);
      age = 0;
    }
    double growth = Math.exp(age);
    Stripe.setOpaque(stripe, at + WEIGHT, Double.doubleToRawLongBits(weight + samples * growth));
    Stripe.setOpaque(stripe, at + SUM, Double.doubleToRawLongBits(weighted + sum * growth));
  }

  /** Brings the second copy of the fields up to date, after they have been published. */
  void mirror(long[] stripe, int at) {
    for (int i = 0; i < FIELDS; i++) {
      Stripe.mirrorOpaque(stripe, at + i);
    }
  }

  /** What a stripe's fields, which begin at a place, add to the total of others. */
  Decayed plus(Decayed total, long[] fields, int at) {
    Decayed more =
        new Decayed(
            fields[at + LANDMARK],
            Double.longBitsToDouble(fields[at + WEIGHT]),
            Double.longBitsToDouble(fields[at + SUM]));
    return more.landmark > total.landmark ? scaled(more, total) : scaled(total, more);
  }

  /** In terms of the younger landmark, where no weight can become too large. */
  private Decayed scaled(Decayed younger, Decayed older) {
    double scale = Math.exp((older.landmark - younger.landmark) / tau);
    return new Decayed(
        younger.landmark, younger.weight + scale * older.weight, younger.sum + scale * older.sum);
  }

  /** Samples a second, as seen at a time. */
  double perSecond(Decayed total, long now) {
    if (now <= 0) {
      return 0;
    }
    double weightNow = total.weight * Math.exp(Math.min(total.landmark - now, 0) / tau);
    double weightOfOnePerSecond = -Math.expm1(-now / tau) * tau / 1e9;
    return weightNow / weightOfOnePerSecond;
  }

  /** The weights of samples, and their sum by weight, in terms of a landmark. */
  record Decayed(long landmark, double weight, double sum) {
    /** NaN if there are no samples. */
    double mean() {
      return sum / weight;
    }
  }
}
