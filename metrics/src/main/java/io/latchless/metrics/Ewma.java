package io.latchless.metrics;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * An exponentially weighted moving average, by sample: each number of a stream counts a constant
 * factor less than the next one.
 *
 * <pre>{@code
 * Ewma latency = Ewma.ofSamples(100);
 * latency.record(nanos);                   // any thread
 * double now = latency.value();            // any thread
 * }</pre>
 *
 * <p>The first sample is the first value. Each later sample {@code x} takes the value from {@code
 * v} to {@code (1 - alpha) * v + alpha * x}. The weight of a sample depends on the number of later
 * samples, not on time: if nothing is recorded, the value may be old.
 *
 * <p>The value is finite and always within the range of the samples, and a constant input that it
 * has reached keeps it there. It comes to within 3 / {@code alpha} units in the last place of a
 * constant input, and stays there: an average of integers may stop as much as 1 / {@code alpha}
 * short of it. It differs from the result of exact arithmetic by at most 2<sup>-51</sup> / {@code
 * alpha} times the sample of the greatest magnitude, however many samples there are, unless
 * denormal numbers come into it.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, recording and reading
 *   <tr><th scope="row">Progress<td>{@code value} is wait-free; {@code record} is lock-free, and
 *       pauses for a bounded time after a lost compare-and-set, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>yes, every operation: no sample is lost, and simultaneous
 *       samples count in the order of their compare-and-sets
 *   <tr><th scope="row">Happens-before<td>actions before {@code record} happen before actions after
 *       another thread reads the value with that sample or a later one; all operations have
 *       volatile semantics
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>about 300 bytes, the word on cache lines of its own
 *   <tr><th scope="row">NaN means<td>no sample has been recorded yet, and nothing else
 * </table>
 *
 * <p>Source: S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics
 * 1 (1959).
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Ewma extends PaddedLong {
  /*
   * THE WORD holds the bits of the value, or of NaN before the first sample. NaN is never a value:
   * samples are finite, and so is every number between two of them. Equal bits are equal values, so
   * a word that has changed and changed back does no harm to a compare-and-set.
   *
   * ROUNDING. The sum of two products is rounded. That may take it out of the range between value
   * and sample, for the greatest numbers even to infinity, so the result is clamped to that range.
   * Adding a part of the distance between value and sample would not do, because the distance alone
   * overflows. Three signs tell whether to clamp. A comparison would branch on whether the sample
   * is above the value, which no processor can predict.
   *
   * ORDER. The read in the loop is opaque, because only the compare-and-set acts on it; the first
   * sample, too, replaces the very NaN that was read. value() reads volatile: a reader then sees
   * two averages, or an average and a status, in the order in which they were written.
   *
   * THE PAUSE. A thread records a sample when it has just done the work that is averaged, so
   * threads rarely record all at once. If they do, a long pause at the first loss gives the most
   * throughput.
   */

  private static final Backoff BACKOFF = Backoff.atFirstLoss(5_000);

  private final double alpha;

  /**
   * Creates an average without samples.
   *
   * @param alpha the weight of a new sample, greater than 0 and at most 1; the greater it is, the
   *     sooner older samples are forgotten
   * @throws IllegalArgumentException if {@code alpha} is out of these bounds
   */
  public Ewma(double alpha) {
    super(Double.doubleToRawLongBits(Double.NaN));
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          "alpha must be greater than 0 and at most 1, was " + alpha);
    }
    this.alpha = alpha;
  }

  /**
   * Creates an average whose samples are as old, on average, as those of a plain mean of the given
   * number of latest samples: {@code alpha} is 2 / ({@code samples} + 1).
   *
   * @param samples how many, at least 1
   * @return the average, without samples
   * @throws IllegalArgumentException if {@code samples} is less than 1 or not finite
   */
  public static Ewma ofSamples(double samples) {
    if (!(samples >= 1 && samples <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("samples must be finite and at least 1, was " + samples);
    }
    return new Ewma(2 / (samples + 1));
  }

  /**
   * Returns the weight of a new sample.
   *
   * @return alpha, greater than 0 and at most 1
   */
  public double alpha() {
    return alpha;
  }

  /**
   * Takes a sample into the average.
   *
   * @param sample the sample, finite
   * @throws IllegalArgumentException if {@code sample} is infinite or NaN; the average is unchanged
   */
  public void record(double sample) {
    if (!Double.isFinite(sample)) {
      throw new IllegalArgumentException("sample must be finite, was " + sample);
    }
    int losses = 0;
    for (; ; ) {
      long seen = wordOpaque();
      double next = successor(Double.longBitsToDouble(seen), sample);
      if (casWord(seen, Double.doubleToRawLongBits(next))) {
        return;
      }
      BACKOFF.pause(losses++);
    }
  }

  private double successor(double value, double sample) {
    if (Double.isNaN(value)) {
      return sample;
    }
    double mixed = (1 - alpha) * value + alpha * sample;
    long way = signOf(sample - value);
    boolean isBetween = ((signOf(mixed - value) ^ way) | (signOf(sample - mixed) ^ way)) >= 0;
    return isBetween ? mixed : clamped(value, mixed, sample);
  }

  private static double clamped(double value, double mixed, double sample) {
    return Math.max(Math.min(value, sample), Math.min(mixed, Math.max(value, sample)));
  }

  /** Returns a number below 0 if {@code number} is negative, or is the negative zero. */
  private static long signOf(double number) {
    return Double.doubleToRawLongBits(number);
  }

  /**
   * Returns the average.
   *
   * @return a finite value, or NaN if no sample has been recorded yet
   */
  public double value() {
    return Double.longBitsToDouble(wordVolatile());
  }

  /**
   * Returns the average, for a log line.
   *
   * @return for example {@code 1004.97}, or {@code NaN} if no sample has been recorded yet
   */
  @Override
  public String toString() {
    return Double.toString(value());
  }
}
