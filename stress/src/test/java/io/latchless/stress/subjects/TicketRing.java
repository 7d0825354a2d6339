package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The ring of indices of SCQ as its paper has it: right as it stands, and spoilt by a rogue in one
 * place. Ruslan Nikolaev, "A Scalable, Portable, and Memory-Efficient Lock-Free FIFO Queue" (DISC
 * 2019), without the spreading of tickets over cache lines.
 */
public class TicketRing {
  /*
   * A word holds a cycle, a safe bit and an index; all bits of the index set means none. Both sides
   * draw tickets by fetch-and-add. A taker whose ticket finds an older index in its slot cannot wait
   * for the slower taker to which that belongs: it marks the slot unsafe and leaves. A putter with the
   * same ticket must then not use the slot even once it has been emptied, for nobody will come for
   * what it puts there, unless the head has not yet drawn that ticket.
   *
   * The threshold bounds how many tickets takers draw in vain before they say "empty"; whoever puts
   * an index in sets it back.
   */

  /** What is taken if there is nothing. */
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
   * An empty ring.
   *
   * @param capacity a power of two: how many indices there are, and no fewer than there are threads
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

  /** Puts an index in, and lets something happen after each ticket that it draws. */
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

  /** Lets takers look again, now that there is something. */
  protected void resetThreshold() {
    int full = 3 * capacity - 1;
    if (threshold.get() != full) {
      threshold.set(full);
    }
  }

  public final int take() {
    return take(() -> {});
  }

  /** Takes an index, and lets something happen after each ticket that it draws. */
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

  /** Takes what is meant for a ticket, or sees to it that nothing will be; the word as it was. */
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

  /** The safe bit of a slot that a taker leaves while an older index is in it. */
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
