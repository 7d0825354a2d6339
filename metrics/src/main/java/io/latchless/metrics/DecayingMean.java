package io.latchless.metrics;

import io.latchless.metrics.Decay.Decayed;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The mean of samples in which older ones count for less: half as much after each half-life.
 *
 * <pre>{@code
 * DecayingMean load = new DecayingMean(Duration.ofMinutes(1));
 * load.record(queue.size());
 * double recent = load.mean();
 * }</pre>
 *
 * <p>The mean is right from the first sample on: the mean of one sample is that sample, and the
 * mean of two simultaneous samples is half their sum. It depends neither on the order in which
 * threads record nor on the number of samples per second. Without new samples the mean stays as it
 * is. {@link Ewma} forgets by the number of samples; this class forgets by time.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code record} is lock-free: a thread that stops anywhere stops
 *       no other, as in {@link RequestMetrics}, which shares its stripes. {@code mean} is
 *       wait-free: it retries at most twice for each thread that is recording just then
 *   <tr><th scope="row">Linearizable<td>no: samples recorded while {@code mean} adds up may be
 *       included or not, each entirely or not at all
 *   <tr><th scope="row">Happens-before<td>actions before a sample is recorded happen before actions
 *       after another thread gets a mean that includes it
 *   <tr><th scope="row">Allocation<td>{@code record}: none, once as many threads have recorded at
 *       the same time before; {@code mean}: some small objects
 *   <tr><th scope="row">Error<td>relative to the mean of the samples' magnitudes, about
 *       10<sup>-12</sup>, and twice 2<sup>-53</sup> for each sample that has not decayed yet: less
 *       than 10<sup>-9</sup> for the first four million at one instant
 *   <tr><th scope="row">Memory<td>about 540 bytes to begin with, and 340 for every further stripe:
 *       up to eight per processor, more only if more threads were stopped inside
 *   <tr><th scope="row">NaN means<td>nothing has been recorded
 * </table>
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009).
 *
 * @since 0.1.0
 */
public final class DecayingMean {
  private final Decay decay;
  private final Stripes stripes = new Stripes(new long[Decay.FIELDS], 0);

  /**
   * Creates a mean without samples.
   *
   * @param halfLife the time after which a sample counts for half as much
   * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
   */
  public DecayingMean(Duration halfLife) {
    this(new Decay(halfLife, SteadyClock.ofSystem()));
  }

  /**
   * Creates a mean without samples, with a clock of its own.
   *
   * @param halfLife the time after which a sample counts for half as much
   * @param nanoClock counts nanoseconds from any origin, as {@link System#nanoTime} does; may wrap
   *     around; if it is set back, that counts as no time. Threads call it when they record, before
   *     they claim anything. If it throws, the exception is passed on and nothing is recorded
   * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
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
   * @throws IllegalArgumentException if {@code sample} is out of these bounds, or NaN; nothing is
   *     recorded
   */
  public void record(double sample) {
    if (!(Math.abs(sample) <= Decay.LARGEST)) {
      throw new IllegalArgumentException("sample must be from -1e270 to 1e270, was " + sample);
    }
    add(sample, decay.now());
  }

  /**
   * Adds a sample of a thread that has read the clock; other threads may have been faster since.
   */
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
   * Returns the mean of all samples, each by its weight.
   *
   * @return NaN if there are no samples
   */
  public double mean() {
    Decayed[] total = {Decay.NOTHING};
    stripes.readAll((changes, words) -> total[0] = decay.plus(total[0], words, 0));
    return total[0].mean();
  }

  /**
   * Returns the time after which a sample counts for half as much.
   *
   * @return the half-life given to the constructor
   */
  public Duration halfLife() {
    return decay.halfLife();
  }

  /** Returns the stripes, for tests. */
  Stripes stripes() {
    return stripes;
  }

  /**
   * Returns the mean, for a log line.
   *
   * @return for example {@code DecayingMean[12.5, half-life PT1M]}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "DecayingMean[%.6g, half-life %s]", mean(), halfLife());
  }
}
