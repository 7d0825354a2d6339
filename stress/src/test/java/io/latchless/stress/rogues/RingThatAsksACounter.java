package io.latchless.stress.rogues;

import io.latchless.stress.freeze.ThawRoguesTest;
import io.latchless.stress.subjects.WaitingList;
import io.latchless.stress.subjects.WaitingRing;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A waiter that leaves the list checks a counter for an element that it was woken for. A removal
 * lowers the counter too early, so the waiter does not pass the wake-up on.
 */
@Rogue(
    trap = "a leaving waiter trusts a counter beside the slots and swallows a wake-up",
    caughtBy = ThawRoguesTest.class)
public final class RingThatAsksACounter extends WaitingRing {
  private final AtomicInteger size = new AtomicInteger();

  /** Creates a ring with the given capacity. */
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
