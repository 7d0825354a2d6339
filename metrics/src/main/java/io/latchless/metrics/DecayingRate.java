package io.latchless.metrics;

import static io.latchless.primitives.internal.Arguments.requireBetween;

import io.latchless.metrics.Decay.Decayed;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Events per second, in which older events count for less: half as much after each half-life.
 *
 * <pre>{@code
 * DecayingRate logins = new DecayingRate(Duration.ofMinutes(1));
 * logins.mark();
 * double perSecond = logins.perSecond();
 * }</pre>
 *
 * <p>The rate is right from the beginning. Evenly spaced events show at their true rate after the
 * first second as after the first hour, because the time since the beginning is weighted like the
 * events. Nothing has to tick. A rate costs nothing while no thread reads it, and without new
 * events it halves with each half-life, whenever it is read.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code mark} is lock-free: a thread that stops anywhere stops
 *       no other, as in {@link RequestMetrics}, which shares its stripes. {@code perSecond} is
 *       wait-free: it retries at most twice for each thread that is marking just then
 *   <tr><th scope="row">Linearizable<td>no: events marked while {@code perSecond} adds up may be
 *       included or not
 *   <tr><th scope="row">Happens-before<td>actions before an event is marked happen before actions
 *       after another thread gets a rate that includes it
 *   <tr><th scope="row">Allocation<td>{@code mark}: none, once as many threads have marked at the
 *       same time before; {@code perSecond}: some small objects
 *   <tr><th scope="row">Error<td>relative to the rate, about 10<sup>-12</sup>, and 2<sup>-53</sup>
 *       for each call of {@code mark} that has not decayed yet: less than 10<sup>-9</sup> for the
 *       first eight million at one instant
 *   <tr><th scope="row">Memory<td>about 540 bytes to begin with, and 340 for every further stripe:
 *       up to eight per processor, more only if more threads were stopped inside
 *   <tr><th scope="row">Zero means<td>no event has been marked, or no time has passed
 * </table>
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009). The weight of the time since the beginning is the integral of
 * their weight.
 *
 * @since 0.1.0
 */
public final class DecayingRate {
  /** The most events of one call: the sum of as many such calls stays finite. */
  private static final long MOST_EVENTS = 1L << 53;

  private final Decay decay;
  private final Stripes stripes = new Stripes(new long[Decay.FIELDS], 0);

  /**
   * Creates a rate that begins now, without events.
   *
   * @param halfLife the time after which an event counts for half as much
   * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
   */
  public DecayingRate(Duration halfLife) {
    this(new Decay(halfLife, SteadyClock.ofSystem()));
  }

  /**
   * Creates a rate that begins now, without events, with a clock of its own.
   *
   * @param halfLife the time after which an event counts for half as much
   * @param nanoClock counts nanoseconds from any origin, as {@link System#nanoTime} does; may wrap
   *     around; if it is set back, that counts as no time. Threads call it when they mark, before
   *     they claim anything, and when they read the rate. If it throws, the exception is passed on
   *     and nothing is counted
   * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
   */
  public DecayingRate(Duration halfLife, LongSupplier nanoClock) {
    this(new Decay(halfLife, new SteadyClock(nanoClock)));
  }

  private DecayingRate(Decay decay) {
    this.decay = decay;
  }

  /** Counts an event. */
  public void mark() {
    add(1);
  }

  /**
   * Counts several events at once.
   *
   * @param events how many, from 0 to 2^53
   * @throws IllegalArgumentException if {@code events} is out of these bounds; nothing is counted
   */
  public void mark(long events) {
    add(requireBetween(0, MOST_EVENTS, events, "events"));
  }

  private void add(long events) {
    long now = decay.now();
    long[] stripe = stripes.claim();
    try {
      long claimed = Stripe.begin(stripe);
      decay.add(stripe, 0, now, events, 0);
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
   * Returns the rate at this moment.
   *
   * @return events per second
   */
  public double perSecond() {
    Decayed[] total = {Decay.NOTHING};
    stripes.readAll((changes, words) -> total[0] = decay.plus(total[0], words, 0));
    return decay.perSecond(total[0], decay.now());
  }

  /**
   * Returns the time after which an event counts for half as much.
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
   * Returns the rate, for a log line.
   *
   * @return for example {@code DecayingRate[12.5/s, half-life PT1M]}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "DecayingRate[%.6g/s, half-life %s]", perSecond(), halfLife());
  }
}
