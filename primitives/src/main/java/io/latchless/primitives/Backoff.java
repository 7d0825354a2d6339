package io.latchless.primitives;

import static io.latchless.primitives.internal.Arguments.requireBetween;

import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * The pause that the loser of a compare-and-set takes before it tries again.
 *
 * <p>Keep one instance beside each contended word and call {@link #pause()} after every lost
 * compare-and-set on it, before the word is read again:
 *
 * <pre>{@code
 * for (;;) {
 *   long seen = word.get();
 *   if (word.compareAndSet(seen, next(seen))) {
 *     return;
 *   }
 *   backoff.pause();
 * }
 * }</pre>
 *
 * <p>A loop without a pause loses to a lock as soon as two threads truly run at once: the word's
 * cache line changes its owner for almost every operation, while a lock's owner runs a batch from
 * its own cache before the next one wakes. A loser that steps aside for about a microsecond leaves
 * the winner such a batch and takes its own afterwards.
 *
 * <p>The longer the pause, the higher the throughput and the longer the rare operation that has to
 * pause. What it has to exceed is the time between reading the word and the compare-and-set, many
 * times over, because a loser that comes back too soon loses again. A microsecond suits functions
 * of some ten nanoseconds that allocate their result. For a few instructions on a {@code long} a
 * fifth of that is enough, and then the slowest operation in a thousand of two threads was seen to
 * be no slower than with a lock.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code pause} is wait-free: it ends after about as long as was
 *       asked for, in the thread's own running time, whatever others do
 *   <tr><th scope="row">Linearizable<td>not applicable: it holds no value
 *   <tr><th scope="row">Happens-before<td>none; order comes from the word that is contended for
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Memory<td>about 300 bytes, on cache lines of its own
 *   <tr><th scope="row">Threads<td>any number; no state is kept per thread
 * </table>
 *
 * <p>Source: Dice, Hendler and Mirsky, "Lightweight Contention Management for Efficient
 * Compare-and-Swap Operations" (2013), whose time-based scheme this follows, with the time of the
 * last loss kept once per word instead of once per thread.
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Backoff extends PaddedLong {
  /*
   * The word is the time of the last loss. Only losers write it and it has cache lines of its own,
   * so the winner's path pays nothing. It is read and written opaquely. Nothing stronger: it decides
   * how long somebody waits and never what anybody computes, so a stale time costs one pause of the
   * wrong length. Nothing weaker: a plain long may be torn, or never be written at all. Two losses
   * close together are contention; a single one is an accident, for which a handful of spins is
   * enough. Pauses are
   * timed and not counted, because one spin hint takes from 3 to 50 ns depending on the processor.
   * Between two looks at the clock the loser touches no shared memory at all.
   */

  private static final long CONTENDED_WITHIN_NANOS = 100_000;
  private static final long DEFAULT_PAUSE_NANOS = 1_000;
  private static final long LONGEST_PAUSE_NANOS = CONTENDED_WITHIN_NANOS / 2;
  private static final int SHORT_PAUSE_SPINS = 4;
  private static final int SPINS_BETWEEN_CLOCK_READS = 8;

  private final long pauseNanos;

  /** Creates the back-off of one word, uncontended so far, whose losers pause for a microsecond. */
  public Backoff() {
    this(DEFAULT_PAUSE_NANOS);
  }

  /**
   * Creates the back-off of one word, uncontended so far.
   *
   * @param pauseNanos how long a loser steps aside while the word is contended, in nanoseconds,
   *     from 0 to 50,000; rounded up to what a few spin hints and a look at the clock take
   * @throws IllegalArgumentException if it is out of these bounds
   */
  public Backoff(long pauseNanos) {
    super(System.nanoTime() - CONTENDED_WITHIN_NANOS);
    this.pauseNanos = requireBetween(0, LONGEST_PAUSE_NANOS, pauseNanos, "pauseNanos");
  }

  /** Steps aside after a lost compare-and-set: briefly if it was a rare one, else for longer. */
  public void pause() {
    long now = System.nanoTime();
    long before = wordOpaque();
    setWordOpaque(now);
    if (now - before >= CONTENDED_WITHIN_NANOS) {
      spin(SHORT_PAUSE_SPINS);
      return;
    }
    do {
      spin(SPINS_BETWEEN_CLOCK_READS);
    } while (System.nanoTime() - now < pauseNanos);
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
