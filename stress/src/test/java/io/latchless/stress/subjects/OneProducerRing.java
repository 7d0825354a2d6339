package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A small queue for one producer and any number of consumers: correct, and broken by each rogue in
 * one place.
 */
public class OneProducerRing implements RingSubject {
  /*
   * One slot more than the capacity distinguishes a full ring from an empty one even with wrapped
   * positions. A consumer reads the element first and claims its position afterwards; if the head
   * is unchanged, the producer cannot have overwritten the element.
   */

  private final AtomicIntegerArray slots;
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  public OneProducerRing(int capacity) {
    slots =
        new AtomicIntegerArray(IntStream.generate(() -> NOTHING).limit(capacity + 1L).toArray());
  }

  @Override
  public final boolean offer(int element) {
    long position = tail.get();
    if (used(head.get(), position) == capacity()) {
      return false;
    }
    publish(position, element);
    return true;
  }

  /** Stores the element first, and the position that publishes it second. */
  protected void publish(long position, int element) {
    write(position, element);
    moveTail(position);
  }

  protected final void write(long position, int element) {
    slots.set(slot(position), element);
  }

  protected final void moveTail(long from) {
    tail.set(after(from));
  }

  /** Returns the next position; positions grow for ever. */
  protected long after(long position) {
    return position + 1;
  }

  @Override
  public final int poll() {
    for (; ; ) {
      long position = head.get();
      boolean empty = used(position, tail.get()) == 0;
      int element = slots.get(slot(position));
      if (empty) {
        if (head.get() == position) {
          return NOTHING;
        }
      } else if (head.compareAndSet(position, after(position))) {
        return element;
      }
    }
  }

  /** Removes the oldest element of a full queue. It stays full until an element is removed. */
  public int pollIfFull() {
    for (; ; ) {
      long position = head.get();
      boolean full = used(position, tail.get()) == capacity();
      int element = slots.get(slot(position));
      if (!full) {
        if (head.get() == position) {
          return NOTHING;
        }
      } else if (head.compareAndSet(position, after(position))) {
        return element;
      }
    }
  }

  @Override
  public final int peek() {
    for (; ; ) {
      long position = head.get();
      boolean empty = used(position, tail.get()) == 0;
      int element = slots.get(slot(position));
      if (head.get() == position) {
        return empty ? NOTHING : element;
      }
    }
  }

  /** Returns the distance from the head to the tail at one moment. */
  @Override
  public int size() {
    for (; ; ) {
      long first = head.get();
      int size = used(first, tail.get());
      if (head.get() == first) {
        return size;
      }
    }
  }

  protected final long head() {
    return head.get();
  }

  protected final long tail() {
    return tail.get();
  }

  protected final int capacity() {
    return slots.length() - 1;
  }

  protected final int slots() {
    return slots.length();
  }

  private int used(long first, long end) {
    return Math.floorMod(end - first, slots.length());
  }

  private int slot(long position) {
    return Math.floorMod(position, slots.length());
  }
}
