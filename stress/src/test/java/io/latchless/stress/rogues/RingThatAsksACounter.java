package io.latchless.stress.rogues;

import io.latchless.stress.freeze.ThawRoguesTest;
import io.latchless.stress.subjects.WaitingList;
import io.latchless.stress.subjects.WaitingRing;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One that leaves the list asks a counter whether anything is in for which it was woken. A removal
 * lowers it too early, and the wake-up is not passed on.
 */
@Rogue(
    trap = "a leaving waiter asks a counter beside the slots, and keeps a wake-up to itself",
    caughtBy = ThawRoguesTest.class)
public final class RingThatAsksACounter extends WaitingRing {
  private final AtomicInteger size = new AtomicInteger();

  /** With room for so many elements. */
  public RingThatAsksACounter(int capacity) {
    super(capacity, WaitingList::ofOurs);
  }

  @Override
  protected void arrived() {
    size.getAndIncrement();
  }

  @Override
  protected void departed() {
    size.getAndDecrement();
  }

  @Override
  public boolean remove(int element) {
    size.getAndDecrement();
    boolean removed = super.remove(element);
    size.getAndIncrement();
    return removed;
  }

  @Override
  public boolean isEmpty() {
    return size.get() <= 0;
  }
}
