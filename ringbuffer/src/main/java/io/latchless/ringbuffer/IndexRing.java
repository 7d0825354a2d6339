package io.latchless.ringbuffer;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.PaddedAtomicLong;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A lock-free queue of small numbers: a thread that stops inside holds up no other. */
final class IndexRing {
  /*
   * LAYOUT. Slot p & mask of position p holds lap and index in one word. The bits above the mask
   * are those of the position whose index the slot holds; the bits below are the index. One
   * compare-and-set therefore puts an index in and says for which position. It fails if the slot
   * has served a later position.
   *
   *     four slots; positions 13 and 14 hold the indices 0 and 2, 12 was taken, 15 is to be put
   *
   *     slot     [0]       [1]       [2]       [3]
   *     word   12 | 3    12 | 0    12 | 2     8 | 1         lap | index
   *                         ^                   ^
   *                     head = 13           tail = 15       lap(15) = 12, and 8 is earlier
   *
   * PUT reads the tail and its slot. If the slot holds an earlier lap, a compare-and-set replaces
   * the word; at that moment the index is in the queue. The thread then moves the tail on. If the
   * slot already holds this lap, the thread that filled it has not moved the tail yet, and may
   * never do so: this thread moves the tail for it and starts again.
   *
   * TAKE reads the head and its slot. If the slot holds an earlier lap, no index has been put there
   * and the queue is empty; the tail need not be read. If it holds this lap, moving the head on
   * makes the index the thread's own. The slot stays as it is. It belongs to an earlier lap as soon
   * as the tail returns to it, which cannot happen while the head is there, because there are never
   * more indices than slots.
   *
   * A STACK OVERFLOW must not leave open whether an index was put or taken. So a put whose first
   * compare-and-set has succeeded succeeds, even if the stack overflows where the put would move
   * the tail on: another thread does that. A take calls nothing after it has moved the head on.
   *
   * PROGRESS. A failed compare-and-set means that another thread has moved the head, the tail or
   * the slot on, so some thread always completes. The loser pauses at its first loss, because
   * little lies between the read and the compare-and-set. It pauses for less time than elsewhere in
   * this package: an element passes through six of them, and threads with other work to do easily
   * lose one by accident.
   *
   * ORDER. Head and tail are read with acquire: a stale value costs a retry. The head that
   * producers remember is opaque: at worst a stale one says "no room" too early, and then the head
   * itself is read, volatile. Words are read volatile, because that read alone decides that the
   * queue is empty. The verdict must stay behind what the thread did to another queue before.
   */

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private static final Backoff BACKOFF = Backoff.atFirstLoss(5_000);

  /** Stands for an index: the queue is empty. */
  static final int NONE = -1;

  private final long mask;
  private final long[] words;
  private final PaddedAtomicLong head;
  private final PaddedAtomicLong tail;
  private final PaddedAtomicLong seenHead;

  /**
   * @param slots a power of two
   * @param start the first position
   * @param filled how many indices the queue holds at first: 0, 1, 2 and so on
   */
  IndexRing(int slots, long start, int filled) {
    mask = slots - 1L;
    words = new long[slots];
    head = new PaddedAtomicLong(start);
    tail = new PaddedAtomicLong(start + filled);
    seenHead = new PaddedAtomicLong(start);
    for (int i = 0; i < slots; i++) {
      long position = start + i;
      words[slot(position)] = i < filled ? lap(position) | i : lap(position - slots);
    }
  }

  /** Takes the index that has been in the queue longest, or returns {@link #NONE}. */
  int take() {
    return takeIfAtLeast(0);
  }

  /**
   * Takes the index that has been in the queue longest, unless the queue holds fewer than {@code
   * least}. The tail only grows, so what it shows before the head moves still holds then.
   */
  int takeIfAtLeast(int least) {
    int losses = 0;
    for (; ; ) {
      long position = head.getAcquire();
      if (least > 0 && tailVolatile() - position < least) {
        return NONE;
      }
      long word = wordVolatile(position);
      if (lap(word) == lap(position)) {
        int index = index(word);
        if (head.compareAndSet(position, position + 1)) {
          return index;
        }
        BACKOFF.pause(losses++);
      } else if (lap(word) - lap(position) < 0) {
        return NONE;
      }
    }
  }

  /** Puts an index in; the queue has room for all indices. */
  void put(int index) {
    boolean done = putIfBelow(index, mask + 1);
    assert done : "more indices than slots";
  }

  /**
   * Puts an index in, unless the queue holds {@code limit} of them.
   *
   * @return false if it held as many at a moment during this call
   */
  boolean putIfBelow(int index, long limit) {
    int losses = 0;
    for (; ; ) {
      long position = tail.getAcquire();
      long word = wordVolatile(position);
      if (lap(word) == lap(position)) {
        tail.compareAndSet(position, position + 1);
      } else if (lap(word) - lap(position) < 0) {
        if (hasAtLeast(limit, position)) {
          return false;
        }
        if (WORD.compareAndSet(words, slot(position), word, lap(position) | index)) {
          try {
            tail.compareAndSet(position, position + 1);
          } catch (StackOverflowError leftToOthers) {
            return true; // the next thread that uses this position moves the tail on
          }
          return true;
        }
        BACKOFF.pause(losses++);
      }
    }
  }

  /** Returns whether {@link #putIfBelow} would refuse, so that no index need be taken in vain. */
  boolean hasAtLeast(long limit) {
    return hasAtLeast(limit, tail.getAcquire());
  }

  /**
   * Answers for a tail at the given position. The head only grows, so a stale head shows room only
   * if there is room. Reading it spares the consumers their cache line.
   */
  private boolean hasAtLeast(long limit, long position) {
    if (limit > mask || position - seenHead.getOpaque() < limit) {
      return false;
    }
    long now = head.getVolatile();
    seenHead.setOpaque(now);
    return position - now >= limit;
  }

  long headVolatile() {
    return head.getVolatile();
  }

  /**
   * Returns the position of the next index. Moves the tail on for a thread that has not done so
   * yet.
   */
  long tailVolatile() {
    for (; ; ) {
      long position = tail.getVolatile();
      long lapsAhead = lap(wordVolatile(position)) - lap(position);
      if (lapsAhead < 0) {
        return position;
      }
      if (lapsAhead == 0) {
        tail.compareAndSet(position, position + 1);
      }
    }
  }

  /**
   * Returns the index at a position, or {@link #NONE} if no index has been put there or a later lap
   * has come.
   */
  int indexAt(long position) {
    long word = wordVolatile(position);
    return lap(word) == lap(position) ? index(word) : NONE;
  }

  private int index(long word) {
    return (int) (word & mask);
  }

  private long lap(long word) {
    return word & ~mask;
  }

  private int slot(long position) {
    return (int) (position & mask);
  }

  private long wordVolatile(long position) {
    return (long) WORD.getVolatile(words, slot(position));
  }
}
