package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Forward decay: an event at time t after a landmark weighs exp(t / tau), and ages because later
 * events weigh more. So weights are only ever added, in any order.
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009).
 */
final class Decay {
  /*
   * A decay uses three fields of a stripe: the landmark, the sum of the weights of its samples, and
   * the sum of the samples times their weights. When exp(t / tau) has become large, the writer
   * moves the landmark of its stripe to the present and scales both sums down to it. It is the only
   * writer of the stripe, so this needs no further care. A stripe that has not been written for
   * long keeps its old landmark; readers scale it when they add stripes up.
   *
   * Times count from the beginning, see SteadyClock: they start at 0, and 292 years fit in. The
   * time of a sample may lie before the landmark, if its thread was delayed after it read the
   * clock. The time of a reader may not; if a clock says so, it counts as the time of the landmark.
   */

  /** The total of no stripes. */
  static final Decayed NOTHING = new Decayed(0, 0, 0);

  static final int FIELDS = 3;

  /** The largest sample: 10^15 times the largest weight times this is still finite. */
  static final double LARGEST = 1e270;

  private static final int LANDMARK = 0;
  private static final int WEIGHT = 1;
  private static final int SUM = 2;

  /** How long a landmark stands, in tau. The largest weight is then 8 * 10^13. */
  private static final double LANDMARK_STANDS = 32;

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Duration halfLife;
  private final LongSupplier elapsed;
  private final double tau;

  /**
   * Creates a decay that begins now.
   *
   * @param elapsed nanoseconds since the beginning
   * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
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

  /** Returns the nanoseconds since the beginning. */
  long now() {
    return elapsed.getAsLong();
  }

  /**
   * Adds samples to the fields that start at {@code at}, in a stripe that the calling thread has
   * claimed.
   */
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

  /** Adds the fields of a stripe, which start at {@code at}, to a total. */
  Decayed plus(Decayed total, long[] fields, int at) {
    Decayed more =
        new Decayed(
            fields[at + LANDMARK],
            Double.longBitsToDouble(fields[at + WEIGHT]),
            Double.longBitsToDouble(fields[at + SUM]));
    return more.landmark > total.landmark ? scaled(more, total) : scaled(total, more);
  }

  /** Adds in terms of the younger landmark, where no weight can become too large. */
  private Decayed scaled(Decayed younger, Decayed older) {
    double scale = Math.exp((older.landmark - younger.landmark) / tau);
    return new Decayed(
        younger.landmark, younger.weight + scale * older.weight, younger.sum + scale * older.sum);
  }

  /** Returns the samples per second, as seen at a time. */
  double perSecond(Decayed total, long now) {
    if (now <= 0) {
      return 0;
    }
    double weightNow = total.weight * Math.exp(Math.min(total.landmark - now, 0) / tau);
    double weightOfOnePerSecond = -Math.expm1(-now / tau) * tau / 1e9;
    return weightNow / weightOfOnePerSecond;
  }

  /**
   * The sum of the weights of samples, and the sum of the samples by weight, in terms of a
   * landmark.
   */
  record Decayed(long landmark, double weight, double sum) {
    /** Returns the mean, or NaN if there are no samples. */
    double mean() {
      return sum / weight;
    }
  }
}
