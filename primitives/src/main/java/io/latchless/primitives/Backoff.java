package io.latchless.primitives;

import static io.latchless.primitives.internal.Arguments.requireBetween;

/**
 * Pauses a thread that has lost a compare-and-set before it retries.
 *
 * <p>Count the losses of each operation. Call {@link #pause} after each lost compare-and-set,
 * before reading the word again:
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
 * <p>Without a pause, such a loop is slower than a lock as soon as two threads truly run in
 * parallel. The word's cache line moves to another core for almost every operation, whereas the
 * owner of a lock runs a batch from its own cache before the next thread wakes. A loser that steps
 * aside for some microseconds leaves the winner such a batch and takes its own afterwards. Only an
 * operation that loses twice in a row does so. Where threads do other work between two operations,
 * a single loss is an accident and costs a few spin hints.
 *
 * <p>Some loops have next to nothing between the read and the compare-and-set, such as a loop that
 * adds to a number. They seldom lose twice in a row, although the cache line moves for every
 * operation. Such loops use a back-off {@linkplain #atFirstLoss at the first loss}. It doubled the
 * throughput of two threads on one number. On a queue whose threads work for a microsecond between
 * two operations, a loss is an accident: there it cost a sixth of the throughput, with a pause of
 * twelve microseconds.
 *
 * <p>A longer pause raises the throughput. It makes the operations that pause slower, but also
 * rarer. Two threads that did nothing else were measured on two cores, with a few instructions on a
 * {@code long}. With a pause of half a microsecond, the slowest operation in a thousand was not
 * measurably slower than with a lock, at nearly twice the lock's throughput. With twelve
 * microseconds it took as long as the pause, at more than twice the lock's throughput. Functions
 * that allocate their result need five microseconds, which is the default.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code pause} is wait-free: it ends after about the requested
 *       time, counted in the thread's own running time, whatever other threads do
 *   <tr><th scope="row">Linearizable<td>not applicable: it holds no value
 *   <tr><th scope="row">Happens-before<td>none; ordering comes from the contended word
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Memory<td>24 bytes; one instance serves any number of words
 *   <tr><th scope="row">Threads<td>any number; immutable
 * </table>
 *
 * <p>Source: the constant back-off of Dice, Hendler and Mirsky, "Lightweight Contention Management
 * for Efficient Compare-and-Swap Operations" (2013). It differs in two cases: losses that count as
 * accidents, and losses that follow a pause.
 *
 * @since 0.1.0
 */
public final class Backoff {
  /*
   * TAKING TURNS. Two threads use one word all the time. After some losses one of them pauses, and
   * the other has the word, and its cache line, to itself. When the pause is over they collide
   * again, and the next operation that loses twice in a row pauses.
   *
   *     thread A   win win win LOSE LOSE | pause ........ | win win win ...
   *     thread B   win LOSE win win win  | win win win .. | LOSE LOSE | pause ...
   *
   * An operation that has paused retries more often before it pauses again. So the two threads take
   * turns, and an operation rarely pauses twice.
   *
   * MEASURING CONTENTION. A word that is used less is lost once by accident and then won, which
   * costs a few spin hints and no pause. Where the read and the compare-and-set are neighbours an
   * accident is rare, and so is a second loss; there the first loss counts. The losses of one
   * operation therefore tell how busy the word is. Its thread knows them without writing to memory,
   * so there is nothing to share, to pad or to order.
   *
   * THE CLOCK ends a pause, not a number of spin hints, because one hint takes from 3 to 50 ns
   * depending on the processor. Between two reads of the clock the loser touches no shared memory
   * at all.
   */

  private static final long DEFAULT_PAUSE_NANOS = 5_000;
  private static final long LONGEST_PAUSE_NANOS = 50_000;
  private static final int SHORT_PAUSE_SPINS = 4;
  private static final int SPINS_BETWEEN_CLOCK_READS = 8;

  /** One in this many losses of an operation is followed by a long pause; a power of two. */
  private static final int LOSSES_PER_LONG_PAUSE = 4;

  private final long pauseNanos;
  private final int lossesBeforeLongPause;

  /** Creates a back-off whose long pause takes five microseconds. */
  public Backoff() {
    this(DEFAULT_PAUSE_NANOS);
  }

  /**
   * Creates a back-off with a long pause of the given length.
   *
   * @param pauseNanos how long a loser steps aside when the word is busy, in nanoseconds, from 0 to
   *     50,000; rounded up to the time of a few spin hints and one read of the clock
   * @throws IllegalArgumentException if {@code pauseNanos} is out of range
   */
  public Backoff(long pauseNanos) {
    this(pauseNanos, 1);
  }

  private Backoff(long pauseNanos, int lossesBeforeLongPause) {
    this.pauseNanos = requireBetween(0, LONGEST_PAUSE_NANOS, pauseNanos, "pauseNanos");
    this.lossesBeforeLongPause = lossesBeforeLongPause;
  }

  /**
   * Creates a back-off that takes the long pause after an operation's first loss, not its second.
   * It is for loops with next to nothing between the read and the compare-and-set.
   *
   * @param pauseNanos how long a loser steps aside, in nanoseconds, from 0 to 50,000; rounded up to
   *     the time of a few spin hints and one read of the clock
   * @return the back-off
   * @throws IllegalArgumentException if {@code pauseNanos} is out of range
   */
  public static Backoff atFirstLoss(long pauseNanos) {
    return new Backoff(pauseNanos, 0);
  }

  /**
   * Pauses after a lost compare-and-set: briefly, or for longer if the losses show that the word is
   * busy.
   *
   * @param losses how many compare-and-sets the same operation had lost before this one
   */
  public void pause(int losses) {
    if (isFollowedByLongPause(losses)) {
      long start = System.nanoTime();
      do {
        spin(SPINS_BETWEEN_CLOCK_READS);
      } while (System.nanoTime() - start < pauseNanos);
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
