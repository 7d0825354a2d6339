package io.latchless.primitives;

import static io.latchless.primitives.internal.Arguments.requireBetween;

/**
 * The pause that the loser of a compare-and-set takes before it tries again.
 *
 * <p>Count what an operation has lost, and call {@link #pause} after each lost compare-and-set,
 * before the word is read again:
 *
 * <pre>{@code
 * int losses = 0;
 * for (;;) {
 *   long seen = word.get();
 *   if (word.compareAndSet(seen, next(seen))) {
 *     return;
 *   }
 *   BACKOFF.pause(losses++);
 * }
 * }</pre>
 *
 * <p>A loop without a pause loses to a lock as soon as two threads truly run at once: the word's
 * cache line changes its owner for almost every operation, while a lock's owner runs a batch from
 * its own cache before the next one wakes. A loser that steps aside for some microseconds leaves
 * the winner such a batch and takes its own afterwards. Only who loses twice in a row does so.
 * Where threads have other work to do between two operations, a loss is an accident, and costs a
 * few spin hints.
 *
 * <p>A loop with next to nothing between the look at the word and the compare-and-set, such as one
 * that adds to a number, seldom loses twice in a row, though the cache line changes its owner for
 * every operation: such loops use a back-off {@linkplain #atFirstLoss at the first loss}. It
 * doubled the throughput of two threads on one number. On a queue whose threads work for a
 * microsecond between two operations it cost a sixth, with twelve microseconds: there a loss is an
 * accident.
 *
 * <p>The longer the pause, the higher the throughput; and the longer, but also the rarer, the
 * operation that has to pause. Two threads that do nothing else, on two cores: with half a
 * microsecond for a few instructions on a {@code long}, the slowest operation in a thousand could
 * not be shown to take longer than with a lock, at nearly twice its throughput; with twelve it took
 * as long as the pause, at more than twice a lock's throughput. Functions that allocate their
 * result want five microseconds, which is what there is unless something else is asked for.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code pause} is wait-free: it ends after about as long as was
 *       asked for, in the thread's own running time, whatever others do
 *   <tr><th scope="row">Linearizable<td>not applicable: it holds no value
 *   <tr><th scope="row">Happens-before<td>none; order comes from the word that is contended for
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Memory<td>24 bytes; one instance serves any number of words
 *   <tr><th scope="row">Threads<td>any number; immutable
 * </table>
 *
 * <p>Source: Dice, Hendler and Mirsky, "Lightweight Contention Management for Efficient
 * Compare-and-Swap Operations" (2013), whose constant back-off this is, but for losses that are
 * taken for an accident and those that follow a pause.
 */
public final class Backoff {
  /*
   * Two threads that use one word all the time: after some losses one of them pauses. The other has
   * the word, and with it its cache line, to itself until the pause is over. Then they collide, and
   * whoever loses twice in a row pauses. An operation that has paused before tries more often until it
   * pauses again, so that the two take turns, and an operation rarely pauses twice.
   *
   * A word that is used less is lost once by accident and then won: that costs a few spin hints, and
   * no pause. Where the look and the compare-and-set are neighbours, an accident is rare, and so is a
   * second loss: there the first one counts. How busy a word is thus shows by how often one operation
   * loses, which its thread knows without writing to memory: there is nothing to share, to pad or to
   * order.
   *
   * Pauses are timed and not counted, because one spin hint takes from 3 to 50 ns depending on the
   * processor. Between two looks at the clock the loser touches no shared memory at all.
   */

  private static final long DEFAULT_PAUSE_NANOS = 5_000;
  private static final long LONGEST_PAUSE_NANOS = 50_000;
  private static final int SHORT_PAUSE_SPINS = 4;
  private static final int SPINS_BETWEEN_CLOCK_READS = 8;

  /** Of so many losses of one operation, one leads to a long pause; a power of two. */
  private static final int LOSSES_PER_LONG_PAUSE = 4;

  private final long pauseNanos;
  private final int lossesBeforeLongPause;

  /** A back-off whose long pause takes five microseconds. */
  public Backoff() {
    this(DEFAULT_PAUSE_NANOS);
  }

  /**
   * A back-off with a long pause of a length of its own.
   *
   * @param pauseNanos how long a loser steps aside when the word is busy, in nanoseconds, from 0 to
   *     50,000; rounded up to what a few spin hints and a look at the clock take
   * @throws IllegalArgumentException if it is out of these bounds
   */
  public Backoff(long pauseNanos) {
    this(pauseNanos, 1);
  }

  private Backoff(long pauseNanos, int lossesBeforeLongPause) {
    this.pauseNanos = requireBetween(0, LONGEST_PAUSE_NANOS, pauseNanos, "pauseNanos");
    this.lossesBeforeLongPause = lossesBeforeLongPause;
  }

  /**
   * A back-off that takes the long pause after the first loss of an operation, not after the
   * second: for loops with next to nothing between the look at the word and the compare-and-set.
   *
   * @param pauseNanos how long a loser steps aside, in nanoseconds, from 0 to 50,000; rounded up to
   *     what a few spin hints and a look at the clock take
   * @return the back-off
   * @throws IllegalArgumentException if it is out of these bounds
   */
  public static Backoff atFirstLoss(long pauseNanos) {
    return new Backoff(pauseNanos, 0);
  }

  /**
   * Steps aside after a lost compare-and-set: briefly, or for longer if it says that the word is
   * busy.
   *
   * @param losses how many compare-and-sets the same operation has lost before this one
   */
  public void pause(int losses) {
    if (isFollowedByLongPause(losses)) {
      long began = System.nanoTime();
      do {
        spin(SPINS_BETWEEN_CLOCK_READS);
      } while (System.nanoTime() - began < pauseNanos);
    } else {
      spin(SHORT_PAUSE_SPINS);
    }
  }

  boolean isFollowedByLongPause(int losses) {
    return (losses & (LOSSES_PER_LONG_PAUSE - 1)) == lossesBeforeLongPause;
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
