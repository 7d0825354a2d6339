package io.latchless.stress.rogues;

import io.latchless.stress.hostile.HostileRoguesTest;
import io.latchless.stress.subjects.LockedRing;
import java.util.function.Consumer;

/** Calls the consumer while holding its lock. */
@Rogue(
    trap = "user code runs under the lock: a thread it waits for needs that lock",
    caughtBy = HostileRoguesTest.class)
public final class RingThatCallsOutUnderItsLock<E> extends LockedRing<E> {
  public RingThatCallsOutUnderItsLock(int capacity) {
    super(capacity);
  }

  @Override
  public synchronized int drain(Consumer<? super E> consumer, int limit) {
    return super.drain(consumer, limit);
  }
}
