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
 * A count that only grows, made for many threads that count at the same time: they count in
 * different words as soon as they get into each other's way.
 *
 * <pre>{@code
 * Counter requests = new Counter();
 * requests.increment();                    // any thread
 * long now = requests.sum();               // any thread
 * long sinceLastTime = now - lastTime;     // an interval, without a reset
 * }</pre>
 *
 * <p>Several readers can each have intervals of their own as above, of the differences between
 * sums. {@link #sumThenReset()} is for one reader who wants the counter to start again. Where
 * something also goes down, take a {@link Gauge}, or one counter for what comes and one for what
 * goes.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, counting and reading
 *   <tr><th scope="row">Progress<td>every operation is wait-free where the processor has an atomic addition
 *       and an atomic exchange, as x86-64 has, and AArch64 since 8.1; elsewhere lock-free, as an {@code
 *       add} of more than 2<sup>40</sup> at once is everywhere
 *   <tr><th scope="row">Linearizable<td>{@code increment} and {@code sum}, as long as nothing else is used. With
 *       other amounts, a {@code sum} beside additions is between the count when it began and the one
 *       when it returned, and may be one that never was. {@code sumThenReset} is not: increments
 *       beside it may be in its result or in the next, but each is in exactly one; a {@code sum}
 *       beside it may have seen part of the words before and part after
 *   <tr><th scope="row">Monotone<td>the sums that one thread reads never go down, but for a reset
 *   <tr><th scope="row">Happens-before<td>what a thread did before it counted happens before what another does
 *       after it has read a sum with that in it; all have volatile semantics
 *   <tr><th scope="row">Allocation<td>none, but for the words that are added on contention, a handful of times
 *       in the life of a counter
 *   <tr><th scope="row">Complexity<td>counting: constant; reading: one step for each word
 *   <tr><th scope="row">Bound<td>2<sup>63</sup> - 1, where sums stay once they are there: after ninety years at three
 *       thousand million a second. What is counted beyond is lost
 *   <tr><th scope="row">Memory<td>about 290 bytes, and 290 more for each word that is added on contention: up
 *       to eight a processor, rounded up to a power of two, and at least 16
 * </table>
 *
 * <p>Source: dynamic striping as in {@code java.util.concurrent.atomic.LongAdder}, by Doug Lea with
 * the Technical Committee of JSR 166. Here nobody retries and no word is locked to add another: who
 * has lost a compare-and-set adds to the same word with an instruction that cannot lose.
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Counter extends PaddedLong {
  /*
   * The count is the sum of the counter's own word and of all cells. Without cells, everybody
   * counts in the own word. The first attempt is a compare-and-set, and not an atomic addition,
   * because a lost one says that another thread was here at the same moment: then the thread adds
   * what it has to add, in the same word, and afterwards doubles the cells. Two cells come first,
   * then four, until there are so many that threads rarely meet. A thread finds its cell by its
   * id, multiplied by the golden ratio so that ids with regular distances are spread too.
   *
   * Cells are only ever added. An array that grows takes all older cells along, and its
   * compare-and-set fails if another has grown meanwhile, so whoever still counts in a cell of an
   * older array counts in one that every later reader visits. Hence a race with growth loses
   * nothing: sum and sumThenReset go through the array that they have read, and what is counted in
   * cells that are younger was counted while they ran; the next one finds it. A reset exchanges
   * each word for zero, so an increment is either in the value that the exchange returns or in
   * what is left.
   *
   * Why sum is linearizable among increments of one: each cell only grows, so what is read is no
   * less than the total when the sum began and no more than the total when it ended, and between
   * the two the total went through every number. It was the result at some moment; that is when it
   * took effect.
   *
   * The array is read by acquire in order to count: a cell that is younger than the thread's last
   * look must be seen complete, and any array will do. Whoever sums up reads it volatile, like the
   * words: an increment that was over before the sum began must be in it, also if the reader knows
   * of that only from another counter, and these loads must not pass the reader's own increments.
   * The first read of a word is opaque: only the compare-and-set acts on it, and would fail. The
   * changes themselves are volatile, since Java has no weaker ones that x86 would make cheaper,
   * and readers rely on their order.
   *
   * A word has 64 bits without a sign. Nothing is added to one that is beyond 2^63 - 1, which reads as
   * just that. Amounts of ordinary size take no loop: 2^23 threads would have to be between the look and
   * the addition to get from there to 2^64.
   *
   * The array's reference lies behind the pads of the own word, and changes a handful of times.
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

  /** That is added by one addition, whatever others add meanwhile. */
  private static final long ORDINARY = 1L << 40;

  private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

  /** A power of two. */
  static final int MOST_CELLS = mostCells(Runtime.getRuntime().availableProcessors());

  private volatile PaddedAtomicLong[] cells = NONE;

  /** A counter at zero. */
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
   * @throws IllegalArgumentException if it is negative: what also goes down is a {@link Gauge}
   */
  public void add(long amount) {
    Arguments.requireNotNegative(amount, "amount");
    if (amount <= ORDINARY) {
      count(amount);
    } else {
      addMuch(amount);
    }
  }

  /** In the own word, up to the greatest number. */
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

  /** Consecutive numbers, and those with regular distances, far from each other in any bits. */
  private static int spread(long id) {
    return (int) ((id * GOLDEN_RATIO) >>> 32);
  }

  /** Doubles the cells that a thread has lost among, unless another has, or there are enough. */
  private void grow(PaddedAtomicLong[] seen) {
    if (seen.length < MOST_CELLS && cellsAcquire() == seen) {
      PaddedAtomicLong[] grown = Arrays.copyOf(seen, Math.max(FEWEST_CELLS, 2 * seen.length));
      for (int i = seen.length; i < grown.length; i++) {
        grown[i] = new PaddedAtomicLong(0);
      }
      casCells(seen, grown);
    }
  }

  /** As after a lost compare-and-set, for tests. */
  void grow() {
    grow(cells);
  }

  /** How many words have been added. */
  int cellCount() {
    return cells.length;
  }

  static int mostCells(int processors) {
    return Math.max(16, Integer.highestOneBit(8 * processors - 1) << 1);
  }

  /**
   * What has been counted, since the last reset if there was one.
   *
   * @return the sum of all words, read one after the other while others go on counting;
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
   * What has been counted, and makes the counter start again from zero. Nothing is lost: whatever
   * is counted is in the result of exactly one reset or still in the counter, also if several
   * threads reset, who then share it. It costs an atomic exchange for each word, and each thread
   * that counts a cache miss afterwards.
   *
   * @return what the words held when each was set to zero, one after the other while others go on
   *     counting; 2<sup>63</sup> - 1 if it is that or more
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
    long own = getAndSetWord(0); // no call after this, for which there might be no stack
    return own < 0 || sum + own < 0 ? Long.MAX_VALUE : sum + own;
  }

  private PaddedAtomicLong[] cellsAcquire() {
    return (PaddedAtomicLong[]) CELLS.getAcquire(this);
  }

  private void casCells(PaddedAtomicLong[] expected, PaddedAtomicLong[] next) {
    CELLS.compareAndSet(this, expected, next);
  }

  /**
   * The sum for a log line.
   *
   * @return for example {@code 42}
   */
  @Override
  public String toString() {
    return Long.toString(sum());
  }
}
