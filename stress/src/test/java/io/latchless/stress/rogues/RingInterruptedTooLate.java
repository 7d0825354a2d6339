package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.BlockingSubject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reports an interrupt after the element is in; the producer assumes failure and puts it again. */
@Rogue(
    trap = "an interrupted producer is told that its element was not added, but it was",
    caughtBy = AccountingRoguesTest.class)
public final class RingInterruptedTooLate implements BlockingSubject {
  private final BlockingQueue<Integer> elements = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  @Override
  public boolean offer(int element, Duration timeout) throws InterruptedException {
    if (closed) {
      return false;
    }
    elements.add(element);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return true;
  }

  @Override
  public int poll(Duration timeout) throws InterruptedException {
    long start = System.nanoTime();
    for (; ; ) {
      boolean last = closed || System.nanoTime() - start >= timeout.toNanos();
      Integer element = elements.poll(1, TimeUnit.MILLISECONDS);
      if (element != null) {
        return element;
      }
      if (last) {
        return NOTHING;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Returns 0: no thread waits for longer than a moment. */
  @Override
  public int waiterCount() {
    return 0;
  }

  @Override
  public int size() {
    return elements.size();
  }
}
