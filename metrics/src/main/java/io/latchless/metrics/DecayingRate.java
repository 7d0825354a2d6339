package io.latchless.metrics;

import static io.latchless.primitives.internal.Arguments.requireBetween;

import io.latchless.metrics.Decay.Decayed;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Events a second, of which the older count for less: half as much after each half-life.
 *
 * <pre>{@code
 * DecayingRate logins = new DecayingRate(Duration.ofMinutes(1));
 * logins.mark();
 * double perSecond = logins.perSecond();
 * }</pre>
 *
 * <p>It is right from the beginning: events that come evenly are seen at their rate after the first
 * second as after the first hour, because the time that has passed since the beginning is weighed
 * as the events are. Nothing has to tick: a rate that nobody asks for costs nothing, and one that
 * nobody feeds sinks by half in a half-life, whenever it is asked for.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code mark}: lock-free, a thread that was stopped anywhere stops no
 *       other; {@code perSecond}: wait-free, it tries again at most twice for each thread that marks just then
 *   <tr><th scope="row">Linearizable<td>no: what is marked while {@code perSecond} adds up may be in it or not
 *   <tr><th scope="row">Happens-before<td>what a thread did before it marked happens before what
 *       another does after it has got a rate with that event in it
 *   <tr><th scope="row">Allocation<td>{@code mark}: none, once as many threads have marked at the same time before;
 *       {@code perSecond}: some small objects
 *   <tr><th scope="row">Error<td>of the rate, about 10<sup>-12</sup>, and 2<sup>-53</sup> for each call of {@code mark} that has not
 *       decayed yet: less than 10<sup>-9</sup> for the first eight million at one instant
 *   <tr><th scope="row">Memory<td>about 540 bytes to begin with, and 340 for every further stripe: up to eight a processor, more only
 *       if more threads were stopped inside
 *   <tr><th scope="row">Zero means<td>nothing has been marked, or no time has passed
 * </table>
 *
 * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model
 * for Streaming Systems" (ICDE 2009); the weight of the time since the beginning is the integral of
 * theirs.
 */
public final class DecayingRate {
  /** Of one call: so many calls that many a sum stays finite. */
  private static final long MOST_EVENTS = 1L << 53;

  private final Decay decay;
  private final Stripes stripes = new Stripes(new long[Decay.FIELDS], 0);

  /**
   * A rate that begins now, without events.
   *
   * @param halfLife after which an event counts for half as much
   * @throws IllegalArgumentException if it is not positive, or more than 100 years
   */
  public DecayingRate(Duration halfLife) {
    this(new Decay(halfLife, SteadyClock.ofSystem()));
  }

  /**
   * A rate that begins now, without events, by a clock of its own.
   *
   * @param halfLife after which an event counts for half as much
   * @param nanoClock counts nanoseconds from any beginning, as {@link System#nanoTime} does; may
   *     wrap around; where it is set back, that counts as no time; called by the threads that mark,
   *     before they claim anything, and that ask; what it throws is passed on, and nothing is
   *     counted
   * @throws IllegalArgumentException if the half-life is not positive, or more than 100 years
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
   * @throws IllegalArgumentException if it is out of these bounds; nothing was counted
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
   * The rate of this moment.
   *
   * @return events a second
   */
  public double perSecond() {
    Decayed[] total = {Decay.NOTHING};
    stripes.readAll((changes, words) -> total[0] = decay.plus(total[0], words, 0));
    return decay.perSecond(total[0], decay.now());
  }

  /**
   * After which time an event counts for half as much.
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
   * The rate for a log line.
   *
   * @return for example {@code DecayingRate[12.5/s, half-life PT1M]}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "DecayingRate[%.6g/s, half-life %s]", perSecond(), halfLife());
  }
}
