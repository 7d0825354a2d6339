package io.latchless.metrics;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.primitives.internal.Padding.PaddedLong;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A count that only grows, for many threads that count at the same time. They count in different
 * words as soon as they get in each other's way.
 *
 * <pre>{@code
 * Counter requests = new Counter();
 * requests.increment();                    // any thread
 * long now = requests.sum();               // any thread
 * long sinceLastTime = now - lastTime;     // an interval, without a reset
 * }</pre>
 *
 * <p>As above, several readers can each take intervals of their own as differences between sums.
 * {@link #sumThenReset()} is for a single reader that restarts the counter. For a number that also
 * goes down, use a {@link Gauge}, or one counter for arrivals and one for departures.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, counting and reading
 *   <tr><th scope="row">Progress<td>every operation is wait-free if the processor has an atomic
 *       addition and an atomic exchange, as x86-64 has, and AArch64 since 8.1; otherwise lock-free.
 *       An {@code add} of more than 2<sup>40</sup> at once is lock-free everywhere
 *   <tr><th scope="row">Linearizable<td>{@code increment} and {@code sum}, if nothing else is used.
 *       With other amounts, a {@code sum} beside additions lies between the count when it began and
 *       the count when it returned, and may be a value that the count never had. {@code
 *       sumThenReset} is not linearizable: increments beside it may be in its result or in the
 *       next, but each is in exactly one; a {@code sum} beside it may read some words before the
 *       reset and others after it
 *   <tr><th scope="row">Monotone<td>the sums that one thread reads never go down, except after a
 *       reset
 *   <tr><th scope="row">Happens-before<td>actions before a thread counts happen before actions
 *       after another thread reads a sum that includes this count; all operations have volatile
 *       semantics
 *   <tr><th scope="row">Allocation<td>none, except for the words that contention adds, a handful of
 *       times in the life of a counter
 *   <tr><th scope="row">Complexity<td>counting: constant; reading: one step for each word
 *   <tr><th scope="row">Bound<td>2<sup>63</sup> - 1, where sums stay once they are there: after
 *       ninety years at three billion per second. Counts beyond it are lost
 *   <tr><th scope="row">Memory<td>about 290 bytes, and 290 more for each word that contention adds:
 *       up to eight per processor, rounded up to a power of two, and at least 16
 * </table>
 *
 * <p>Source: dynamic striping as in {@code java.util.concurrent.atomic.LongAdder}, by Doug Lea with
 * the Technical Committee of JSR 166. Here no thread retries, and no word is locked to add another.
 * A thread that loses a compare-and-set adds to the same word with an instruction that cannot fail.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Counter extends PaddedLong {
  /*
   * WORDS. The count is the sum of the counter's own word and of all cells. While there are no
   * cells, all threads count in the own word. Afterwards a thread finds its cell by its id,
   * multiplied by the golden ratio so that ids at regular distances are spread too.
   *
   *     own word      cells: 0, 2, 4 ... MOST_CELLS
   *       [ ]   +     [ ] [ ]                           after the first lost compare-and-set
   *       [ ]   +     [ ] [ ] [ ] [ ]                   after the next one, the first two unchanged
   *
   * GROWTH. The first attempt is a compare-and-set, and not an atomic addition, because a lost one
   * shows that another thread counted at the same moment. The thread then adds its amount to the
   * same word and doubles the cells afterwards. Two cells come first, then four, until there are so
   * many that threads rarely meet.
   *
   * Cells are only ever added. A grown array contains all older cells, and the compare-and-set that
   * installs it fails if another thread has grown the array meanwhile. So a thread that still
   * counts in a cell of an older array counts in a cell that every later reader visits. Hence a
   * race with growth loses nothing. sum and sumThenReset go through the array that they have read;
   * counts in younger cells were made while they ran, and the next call finds them. A reset
   * exchanges each word for zero, so an increment is either in the value that the exchange returns
   * or in the rest.
   *
   * WHY sum IS LINEARIZABLE among increments of one: each cell only grows, so the result is no less
   * than the total when the sum began and no more than the total when it ended. Between the two the
   * total went through every number. The result was the total at some moment, and the sum took
   * effect then.
   *
   * ORDER. To count, a thread reads the array with acquire: it must see a cell that is younger than
   * its last look as complete, and any array will do. To sum, it reads the array volatile, like the
   * words. An increment that returned before the sum began must be in the sum, even if the reader
   * knows of it only from another counter; and these loads must not pass the reader's own
   * increments. The first read of a word is opaque: only the compare-and-set acts on it, and would
   * fail. The changes themselves are volatile, because Java has no weaker ones that would be
   * cheaper on x86, and because readers rely on their order.
   *
   * OVERFLOW. A word is an unsigned 64-bit number. A thread adds nothing to a word beyond 2^63 - 1,
   * which reads as 2^63 - 1. Amounts of ordinary size need no loop: to get from there to 2^64, 2^23
   * threads would have to be between the look and the addition at once.
   *
   * LAYOUT. The reference to the array lies behind the pads of the own word, and changes a handful
   * of times.
   */

  private static final VarHandle CELLS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "cells",
          VarHandle.class,
          Counter.class,
          PaddedAtomicLong[].class);

  private static final PaddedAtomicLong[] NONE = {};
  private static final int FEWEST_CELLS = 2;

  /** The largest amount that is added by one atomic addition, without a loop. */
  private static final long ORDINARY = 1L << 40;

  private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

  /** The most cells; a power of two. */
  static final int MOST_CELLS = mostCells(Runtime.getRuntime().availableProcessors());

  private volatile PaddedAtomicLong[] cells = NONE;

  /** Creates a counter at zero. */
  public Counter() {
    super(0);
  }

  /** Counts one. */
  public void increment() {
    count(1);
  }

  /**
   * Counts several at once.
   *
   * @param amount how many, at least 0
   * @throws IllegalArgumentException if {@code amount} is negative; for a number that also goes
   *     down, use a {@link Gauge}
   */
  public void add(long amount) {
    Arguments.requireNotNegative(amount, "amount");
    if (amount <= ORDINARY) {
      count(amount);
    } else {
      addMuch(amount);
    }
  }

  /** Adds to the own word, up to the greatest number. */
  private void addMuch(long amount) {
    long before;
    do {
      before = wordOpaque();
    } while (before >= 0 && !casWord(before, Sums.saturatingAdd(before, amount)));
  }

  private void count(long amount) {
    PaddedAtomicLong[] seen = cellsAcquire();
    if (seen.length == 0) {
      long before = wordOpaque();
      if (before < 0) {
        return;
      }
      if (!casWord(before, before + amount)) {
        getAndAddWord(amount);
        grow(seen);
      }
    } else {
      PaddedAtomicLong cell = seen[spread(Thread.currentThread().getId()) & (seen.length - 1)];
      long before = cell.getOpaque();
      if (before < 0) {
        return;
      }
      if (!cell.compareAndSet(before, before + amount)) {
        cell.getAndAdd(amount);
        grow(seen);
      }
    }
  }

  /** Spreads consecutive numbers, and numbers at regular distances, far apart in any bits. */
  private static int spread(long id) {
    return (int) ((id * GOLDEN_RATIO) >>> 32);
  }

  /** Doubles the cells, unless another thread has doubled them or there are enough. */
  private void grow(PaddedAtomicLong[] seen) {
    if (seen.length < MOST_CELLS && cellsAcquire() == seen) {
      PaddedAtomicLong[] grown = Arrays.copyOf(seen, Math.max(FEWEST_CELLS, 2 * seen.length));
      for (int i = seen.length; i < grown.length; i++) {
        grown[i] = new PaddedAtomicLong(0);
      }
      casCells(seen, grown);
    }
  }

  /** Grows as after a lost compare-and-set, for tests. */
  void grow() {
    grow(cells);
  }

  /** Returns how many words contention has added. */
  int cellCount() {
    return cells.length;
  }

  static int mostCells(int processors) {
    return Math.max(16, Integer.highestOneBit(8 * processors - 1) << 1);
  }

  /**
   * Returns the count since construction, or since the last reset.
   *
   * @return the sum of all words, read one after the other while other threads go on counting;
   *     2<sup>63</sup> - 1 if it is that or more
   */
  public long sum() {
    long sum = 0;
    for (PaddedAtomicLong cell : cells) {
      sum = Sums.saturatingAdd(sum, Sums.capped(cell.getVolatile()));
    }
    return Sums.saturatingAdd(sum, Sums.capped(wordVolatile()));
  }

  /**
   * Returns the count and restarts the counter from zero. Nothing is lost: each count is in the
   * result of exactly one reset or still in the counter. Several threads that reset share the
   * counts among them. A reset costs an atomic exchange for each word, and afterwards a cache miss
   * for each counting thread.
   *
   * @return the sum of what the words held when each was set to zero, one after the other while
   *     other threads go on counting; 2<sup>63</sup> - 1 if it is that or more
   */
  public long sumThenReset() {
    PaddedAtomicLong[] seen = cells;
    if (seen.length > 0) {
      StackRoom.require();
    }
    long sum = 0;
    for (PaddedAtomicLong cell : seen) {
      sum = Sums.saturatingAdd(sum, Sums.capped(cell.getAndSet(0)));
    }
    long own = getAndSetWord(0); // no call after this: the stack might have no room for it
    return own < 0 || sum + own < 0 ? Long.MAX_VALUE : sum + own;
  }

  private PaddedAtomicLong[] cellsAcquire() {
    return (PaddedAtomicLong[]) CELLS.getAcquire(this);
  }

  private void casCells(PaddedAtomicLong[] expected, PaddedAtomicLong[] next) {
    CELLS.compareAndSet(this, expected, next);
  }

  /**
   * Returns the sum, for a log line.
   *
   * @return for example {@code 42}
   */
  @Override
  public String toString() {
    return Long.toString(sum());
  }
}
