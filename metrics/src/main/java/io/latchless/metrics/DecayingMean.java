package io.latchless.metrics;

import io.latchless.metrics.Decay.Decayed;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The mean of samples of which the older count for less: half as much after each half-life.
 *
 * <pre>{@code
 * DecayingMean load = new DecayingMean(Duration.ofMinutes(1));
 * load.record(queue.size());
 * double recent = load.mean();
 * }</pre>
 *
 * <p>It is right from the first sample on: the mean of one sample is that sample, and of two at the
 * same time the half of both. It does not depend on the order in which threads come to record, nor
 * on how many samples there are in a second. Where nothing is recorded it stays as it is; what
 * {@link Ewma} forgets by the number of samples, this forgets by time.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code record}: lock-free, a thread that was stopped anywhere stops no
 *       other; {@code mean}: wait-free, it tries again at most twice for each thread that records just then
 *   <tr><th scope="row">Linearizable<td>no: what is recorded while {@code mean} adds up may be in it or not, each
 *       sample wholly or not at all
 *   <tr><th scope="row">Happens-before<td>what a thread did before it recorded a sample happens before what
 *       another does after it has got a mean with that sample in it
 *   <tr><th scope="row">Allocation<td>{@code record}: none, once as many threads have recorded at the same time before;
 *       {@code mean}: some small objects
 *   <tr><th scope="row">Error<td>of the mean of the samples' magnitudes, about 10<sup>-12</sup>, and twice 2<sup>-53</sup> for
 *       each sample that has not decayed yet: less than 10<sup>-9</sup> for the first four million at one instant
 *   <tr><th scope="row">Memory<td>about 540 bytes to begin with, and 340 for every further stripe: up to eight a processor, more only
 *       if more threads were stopped inside
 *   <tr><th scope="row">NaN means<td>nothing has been recorded
 * </table>
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009).
 */
public final class DecayingMean {
  private final Decay decay;
  private final Stripes stripes = new Stripes(new long[Decay.FIELDS], 0);

  /**
   * A mean without samples.
   *
   * @param halfLife after which a sample counts for half as much
   * @throws IllegalArgumentException if it is not positive, or more than 100 years
   */
  public DecayingMean(Duration halfLife) {
    this(new Decay(halfLife, SteadyClock.ofSystem()));
  }

  /**
   * A mean without samples, by a clock of its own.
   *
   * @param halfLife after which a sample counts for half as much
   * @param nanoClock counts nanoseconds from any beginning, as {@link System#nanoTime} does; may
   *     wrap around; where it is set back, that counts as no time; called by the threads that
   *     record, before they claim anything; what it throws is passed on, and nothing is recorded
   * @throws IllegalArgumentException if the half-life is not positive, or more than 100 years
   */
  public DecayingMean(Duration halfLife, LongSupplier nanoClock) {
    this(new Decay(halfLife, new SteadyClock(nanoClock)));
  }

  private DecayingMean(Decay decay) {
    this.decay = decay;
  }

  /**
   * Adds a sample.
   *
   * @param sample from -10^270 to 10^270
   * @throws IllegalArgumentException if it is out of these bounds, or NaN; nothing was recorded
   */
  public void record(double sample) {
    if (!(Math.abs(sample) <= Decay.LARGEST)) {
      throw new IllegalArgumentException("sample must be from -1e270 to 1e270, was " + sample);
    }
    add(sample, decay.now());
  }

  /** Of a thread that has read the clock; others may have been faster since. */
  void add(double sample, long now) {
    long[] stripe = stripes.claim();
    try {
      long claimed = Stripe.begin(stripe);
      decay.add(stripe, 0, now, 1, sample);
      Stripe.publishRelease(stripe, claimed);
      decay.mirror(stripe, 0);
      Stripe.endRelease(stripe, claimed);
    } catch (Throwable failure) { // see Stripes.claim
      Stripe.failed = 1;
      stripe[Stripe.ABANDONED] = Stripe.failed;
      throw failure;
    }
  }

  /**
   * The mean of all samples, each by its weight.
   *
   * @return the mean, or NaN if there are none
   */
  public double mean() {
    Decayed[] total = {Decay.NOTHING};
    stripes.readAll((changes, words) -> total[0] = decay.plus(total[0], words, 0));
    return total[0].mean();
  }

  /**
   * After which time a sample counts for half as much.
   *
   * @return the half-life
   */
  public Duration halfLife() {
    return decay.halfLife();
  }

  /** What it consists of, for tests. */
  Stripes stripes() {
    return stripes;
  }

  /**
   * The mean for a log line.
   *
   * @return for example {@code DecayingMean[12.5, half-life PT1M]}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "DecayingMean[%.6g, half-life %s]", mean(), halfLife());
  }
}
