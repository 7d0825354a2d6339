package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.BlockingSubject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Wakes one waiter on close, as it does for an element; the others wait on. */
@Rogue(trap = "a waiter that outlives close", caughtBy = AccountingRoguesTest.class)
public final class RingWhoseWaitersOutliveIt implements BlockingSubject {
  private final Queue<Integer> elements = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  @Override
  public boolean offer(int element, Duration timeout) {
    if (closed) {
      return false;
    }
    elements.add(element);
    wakeOne();
    return true;
  }

  @Override
  public int poll(Duration timeout) throws InterruptedException {
    long start = System.nanoTime();
    Thread self = Thread.currentThread();
    waiting.add(self);
    try {
      for (; ; ) {
        Integer element = elements.poll();
        if (element != null) {
          return element;
        }
        long left = timeout.toNanos() - (System.nanoTime() - start);
        if (closed || left <= 0) {
          return NOTHING;
        }
        LockSupport.parkNanos(this, left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      waiting.remove(self);
    }
  }

  @Override
  public void close() {
    closed = true;
    wakeOne();
  }

  private void wakeOne() {
    LockSupport.unpark(waiting.peek());
  }

  @Override
  public int waiterCount() {
    return waiting.size();
  }

  @Override
  public int size() {
    return elements.size();
  }
}
