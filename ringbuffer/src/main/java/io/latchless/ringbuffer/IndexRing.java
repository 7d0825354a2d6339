package io.latchless.ringbuffer;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.PaddedAtomicLong;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A queue of small numbers, lock-free: a thread that is stopped inside holds nobody up. */
final class IndexRing {
  /*
   * Slot p & mask of position p holds lap and index in one word: the bits above the mask are those of
   * the position whose index it holds, the bits below are the index. One compare-and-set therefore
   * puts an index in and says for which position, and fails if the slot has served a later one.
   *
   * Put: read the tail and its slot. If the slot holds an earlier lap, replace it; that is the moment
   * at which the index is in the queue. Then move the tail on. If the slot holds this lap already,
   * its putter has not moved the tail yet, and may never do so: move it on for it and start again.
   *
   * Take: read the head and its slot. If the slot does not hold this lap, the head is the tail and the
   * queue is empty; the tail itself need not be read. Else move the head on, which makes the index the
   * taker's. The slot stays as it is: it is of an earlier lap as soon as the tail comes by again,
   * which it cannot while the head is here, for there are never more indices than slots.
   *
   * A stack overflow must not leave it open whether an index was put in or taken. So a put that has
   * succeeded succeeds, even if the stack overflows where it would move the tail on, which another
   * thread then does; and a take calls nothing after it has moved the head on.
   *
   * A failed compare-and-set means that another thread has moved the head, the tail or the slot on, so
   * some thread always completes. Who fails pauses at the first loss, because little lies between look and
   * compare-and-set; but less long than elsewhere in this package, because an element passes through six of
   * them, and where threads have other work to do, one is easily lost by accident.
   *
   * Head and tail are read with acquire: an old one costs a retry. The head that producers remember is
   * opaque: an old one says "no room" too early at worst, and then the head itself is read, volatile.
   * Words are read volatile, because on the strength of that read alone the queue is said to be empty,
   * which must stay behind what the thread did to another queue before.
   */

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private static final Backoff BACKOFF = Backoff.atFirstLoss(5_000);

  /** Instead of an index: there is none. */
  static final int NONE = -1;

  private final long mask;
  private final long[] words;
  private final PaddedAtomicLong head;
  private final PaddedAtomicLong tail;
  private final PaddedAtomicLong seenHead;

  /**
   * @param slots a power of two
   * @param start the first position
   * @param filled how many indices, from 0, are in it
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

  /** Takes the index that has been in longest, or {@link #NONE}. */
  int take() {
    int losses = 0;
    for (; ; ) {
      long position = head.getAcquire();
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

  /** Puts an index in; there is room for all that there are. */
  void put(int index) {
    boolean done = putIfBelow(index, mask + 1);
    assert done : "more indices than slots";
  }

  /**
   * Puts an index in, unless there are {@code limit} already.
   *
   * @return false if there were at a moment during this call
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
            return true; // the next thread that comes by moves the tail on
          }
          return true;
        }
        BACKOFF.pause(losses++);
      }
    }
  }

  /** Whether it would be full; asked before an index is taken for it in vain. */
  boolean hasAtLeast(long limit) {
    return hasAtLeast(limit, tail.getAcquire());
  }

  /**
   * With the tail at a position. The head only grows, so an old one says that there is room only if
   * there is, and spares the takers their cache line.
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

  /** Where the next index will stand; the tail is moved on for a putter that has yet to do so. */
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
   * The index at a position, or {@link #NONE} if none has been put there or a later lap has come.
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
