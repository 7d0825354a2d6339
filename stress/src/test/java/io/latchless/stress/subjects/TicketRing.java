package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The index ring of SCQ as in its paper: correct, and broken by each rogue in one place. See Ruslan
 * Nikolaev, "A Scalable, Portable, and Memory-Efficient Lock-Free FIFO Queue" (DISC 2019); this
 * version does not spread tickets over cache lines.
 */
public class TicketRing {
  /*
   * A word holds a cycle, a safe bit and an index; an index with all bits set means none. Both
   * sides draw tickets by fetch-and-add. A dequeuer that finds an older index in its ticket's slot
   * cannot wait for the slower dequeuer of that index: it marks the slot unsafe and leaves. An
   * enqueuer with the same ticket must then not use the slot, even after it has been emptied,
   * because no dequeuer returns for that ticket. It may use the slot only if the head has not drawn
   * that ticket yet.
   *
   * The threshold bounds the number of tickets that dequeuers draw in vain before they return
   * "empty". Each enqueue resets it.
   */

  /** Returned if the ring is empty. */
  public static final int NOTHING = -1;

  private final int capacity;
  private final int slots;
  private final int none;
  private final int safe;
  private final AtomicLongArray words;
  private final AtomicLong head;
  private final AtomicLong tail;
  private final AtomicInteger threshold = new AtomicInteger(-1);

  /**
   * Creates an empty ring.
   *
   * @param capacity the number of indices, a power of two and at least the number of threads
   */
  public TicketRing(int capacity) {
    this.capacity = capacity;
    slots = 2 * capacity;
    none = slots - 1;
    safe = slots;
    words = new AtomicLongArray(slots);
    for (int i = 0; i < slots; i++) {
      words.set(i, word(0, safe, none));
    }
    head = new AtomicLong(slots);
    tail = new AtomicLong(slots);
  }

  public final int slots() {
    return slots;
  }

  public final void put(int index) {
    put(index, () -> {});
  }

  /** Enqueues an index, and runs a hook after each ticket that it draws. */
  public final void put(int index, Runnable ticketDrawn) {
    for (; ; ) {
      long ticket = tail.getAndIncrement();
      ticketDrawn.run();
      for (long word = wordAt(ticket); isFree(word, ticket); word = wordAt(ticket)) {
        if (swap(ticket, word, word(cycle(ticket), safe, index))) {
          resetThreshold();
          return;
        }
      }
    }
  }

  private boolean isFree(long word, long ticket) {
    return cycleOf(word) < cycle(ticket)
        && indexOf(word) == none
        && (safeBitOf(word) != 0 || head.get() <= ticket);
  }

  /** Lets dequeuers search again after an enqueue. */
  protected void resetThreshold() {
    int full = 3 * capacity - 1;
    if (threshold.get() != full) {
      threshold.set(full);
    }
  }

  public final int take() {
    return take(() -> {});
  }

  /** Dequeues an index, and runs a hook after each ticket that it draws. */
  public final int take(Runnable ticketDrawn) {
    if (threshold.get() < 0) {
      return NOTHING;
    }
    for (; ; ) {
      long ticket = head.getAndIncrement();
      ticketDrawn.run();
      long word = pass(ticket);
      if (cycleOf(word) == cycle(ticket) && indexOf(word) != none) {
        return indexOf(word);
      }
      long end = tail.get();
      if (end <= ticket + 1) {
        catchUp(end, ticket + 1);
        threshold.getAndDecrement();
        return NOTHING;
      }
      if (threshold.getAndDecrement() <= 0) {
        return NOTHING;
      }
    }
  }

  /**
   * Takes the index for a ticket, or makes sure that none will be stored for it; returns the old
   * word.
   */
  private long pass(long ticket) {
    for (; ; ) {
      long word = wordAt(ticket);
      long passed;
      if (cycleOf(word) == cycle(ticket)) {
        passed = word(cycleOf(word), safeBitOf(word), none);
      } else if (cycleOf(word) > cycle(ticket)) {
        passed = word;
      } else if (indexOf(word) == none) {
        passed = word(cycle(ticket), safeBitOf(word), none);
      } else {
        passed = word(cycleOf(word), safeBitOfPassed(safeBitOf(word)), indexOf(word));
      }
      if (swap(ticket, word, passed)) {
        return word;
      }
    }
  }

  /** Returns the new safe bit of a slot that a dequeuer leaves with an older index in it. */
  protected int safeBitOfPassed(int before) {
    return 0;
  }

  private void catchUp(long end, long to) {
    while (!tail.compareAndSet(end, to)) {
      to = head.get();
      end = tail.get();
      if (end >= to) {
        return;
      }
    }
  }

  private long cycle(long ticket) {
    return ticket / slots;
  }

  private long word(long cycle, int safeBit, int index) {
    return cycle * 2 * slots + safeBit + index;
  }

  private long cycleOf(long word) {
    return word / (2L * slots);
  }

  private int safeBitOf(long word) {
    return (int) word & safe;
  }

  private int indexOf(long word) {
    return (int) word & none;
  }

  private long wordAt(long ticket) {
    return words.get((int) (ticket % slots));
  }

  private boolean swap(long ticket, long from, long to) {
    return words.compareAndSet((int) (ticket % slots), from, to);
  }
}
