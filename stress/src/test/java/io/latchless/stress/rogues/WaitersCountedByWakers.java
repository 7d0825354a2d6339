package io.latchless.stress.rogues;

import io.latchless.primitives.internal.Waiters;
import io.latchless.stress.freeze.ThawRoguesTest;
import io.latchless.stress.subjects.WaitingList;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A waker removes an entry from the list and lowers the count for it. If the entry was not counted
 * yet, the count is zero although another thread waits, and {@code wakeAll} skips that thread.
 */
@Rogue(
    trap = "a waiter count lowered by wakers: zero although a thread is parked",
    caughtBy = ThawRoguesTest.class)
public final class WaitersCountedByWakers implements WaitingList {
  private final ConcurrentSkipListMap<Long, Thread> waiting = new ConcurrentSkipListMap<>();
  private final AtomicLong tickets = new AtomicLong();
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public int count() {
    return Math.max(0, count.get());
  }

  @Override
  public void wakeOne() {
    if (count.get() == 0) {
      return;
    }
    Map.Entry<Long, Thread> first = waiting.pollFirstEntry();
    if (first != null) {
      count.getAndDecrement();
      LockSupport.unpark(first.getValue());
    }
  }

  @Override
  public void wakeAll() {
    if (count.get() != 0) {
      waiting.values().forEach(LockSupport::unpark);
    }
  }

  @Override
  public <R> R park(Waiters.Attempt<R> attempt) throws InterruptedException {
    Long ticket = tickets.getAndIncrement();
    enlist(ticket);
    try {
      for (; ; ) {
        R result = attempt.tryNow();
        if (result != null) {
          return result;
        }
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!waiting.containsKey(ticket)) {
          enlist(ticket);
        }
      }
    } finally {
      if (waiting.remove(ticket) != null) {
        count.getAndDecrement();
      }
    }
  }

  private void enlist(Long ticket) {
    waiting.put(ticket, Thread.currentThread());
    count.getAndIncrement();
  }
}
