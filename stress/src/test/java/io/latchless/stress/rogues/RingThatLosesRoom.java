package io.latchless.stress.rogues;

import io.latchless.stress.hostile.HostileRoguesTest;
import io.latchless.stress.subjects.LockedRing;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims room first, and never gives it back if an exception is thrown before the element is in.
 */
@Rogue(
    trap = "claimed room is lost when the supplier throws or the stack overflows",
    caughtBy = HostileRoguesTest.class)
public final class RingThatLosesRoom<E> extends LockedRing<E> {
  private final AtomicInteger room;

  public RingThatLosesRoom(int capacity) {
    super(capacity);
    room = new AtomicInteger(capacity);
  }

  private boolean claim() {
    return room.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  @Override
  public synchronized boolean offer(E element) {
    return claim() && super.offer(element);
  }

  @Override
  public synchronized @Nullable E poll() {
    E polled = super.poll();
    if (polled != null) {
      room.incrementAndGet();
    }
    return polled;
  }

  @Override
  public int fill(Supplier<? extends E> supplier, int limit) {
    int filled = 0;
    while (filled < limit && claim()) {
      boolean unused = super.offer(supplier.get());
      filled++;
    }
    return filled;
  }
}
