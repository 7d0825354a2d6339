package io.latchless.metrics;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * An average of a stream of numbers in which each counts a constant factor less than the one after
 * it: the exponentially weighted moving average, by sample.
 *
 * <pre>{@code
 * Ewma latency = Ewma.ofSamples(100);
 * latency.record(nanos);                   // any thread
 * double now = latency.value();            // any thread
 * }</pre>
 *
 * <p>The first sample is the first value; each later sample {@code x} takes the value from {@code
 * v} to {@code (1 - alpha) * v + alpha * x}. The weight of a sample depends on how many have come
 * since, and not on the time: a value may be of long ago where nothing is recorded.
 *
 * <p>The value is always within the range of the samples, is finite, and does not leave a constant
 * input once it is there. It comes to within 3 / {@code alpha} units in the last place of a
 * constant input, and stays there: an average of integers may stop as much as 1 / {@code alpha}
 * short of it. It differs from that of exact arithmetic by at most 2<sup>-51</sup> / {@code alpha}
 * times the sample of the greatest magnitude, however many samples there are, unless denormal
 * numbers come into it.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, recording and reading
 *   <tr><th scope="row">Progress<td>{@code value}: wait-free; {@code record}: lock-free, a lost
 *       compare-and-set pauses a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>yes, every operation: no sample is lost, and the order of samples recorded
 *       at the same time is that of their compare-and-sets
 *   <tr><th scope="row">Happens-before<td>what a thread did before {@code record} happens before what another
 *       does after it has read the value with that sample or a later one; all operations have volatile
 *       semantics
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>about 300 bytes, the word on cache lines of its own
 *   <tr><th scope="row">NaN means<td>no sample has been recorded yet; it never means anything else
 * </table>
 *
 * <p>Source: S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics
 * 1 (1959).
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Ewma extends PaddedLong {
  /*
   * The word holds the bits of the value, or of NaN before the first sample. That can be no value:
   * samples are finite, and so is what lies between two of them. Equal bits are equal values, so a
   * word that has been elsewhere and is back again does no harm to a compare-and-set.
   *
   * The sum of two products is rounded, which may take it out of the range between value and
   * sample, for the greatest numbers even to infinity; it is held within. Taking
   * the value a part of its distance to the sample would not do: the distance alone overflows.
   * Whether it has to be held is seen by three signs: a comparison would branch on whether the
   * sample is above the value, which nobody can predict.
   *
   * The loop's read is opaque, since only the compare-and-set acts on it, and the first sample too
   * is put in place of the very NaN that was read. Whoever asks for the value reads it volatile:
   * two averages, or an average and a status, are then seen in the order in which they were
   * written.
   *
   * Samples are recorded by those who have just done what is averaged, rarely by all of them at
   * once: the pause is a long one and comes at the first loss, which gives the most throughput when
   * they are.
   */

  private static final Backoff BACKOFF = Backoff.atFirstLoss(5_000);

  private final double alpha;

  /**
   * An average without samples.
   *
   * @param alpha the weight of a new sample, greater than 0 and at most 1; the greater, the sooner
   *     older ones are forgotten
   * @throws IllegalArgumentException if it is out of these bounds
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
   * An average whose samples are as old, on average, as those of a plain mean of the last so many:
   * {@code alpha} is 2 / ({@code samples} + 1).
   *
   * @param samples how many, at least 1
   * @return the average, without samples
   * @throws IllegalArgumentException if it is less than 1 or not finite
   */
  public static Ewma ofSamples(double samples) {
    if (!(samples >= 1 && samples <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("samples must be finite and at least 1, was " + samples);
    }
    return new Ewma(2 / (samples + 1));
  }

  /**
   * The weight of a new sample.
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
   * @throws IllegalArgumentException if it is infinite or not a number; the average is unchanged
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
    return isBetween ? mixed : held(value, mixed, sample);
  }

  private static double held(double value, double mixed, double sample) {
    return Math.max(Math.min(value, sample), Math.min(mixed, Math.max(value, sample)));
  }

  /** Below 0 if it is, or if it is a zero with that sign. */
  private static long signOf(double number) {
    return Double.doubleToRawLongBits(number);
  }

  /**
   * The average.
   *
   * @return a finite value, or NaN if no sample has been recorded yet
   */
  public double value() {
    return Double.longBitsToDouble(wordVolatile());
  }

  /**
   * The average for a log line.
   *
   * @return for example {@code 1004.97}, or {@code NaN} if no sample has been recorded yet
   */
  @Override
  public String toString() {
    return Double.toString(value());
  }
}
