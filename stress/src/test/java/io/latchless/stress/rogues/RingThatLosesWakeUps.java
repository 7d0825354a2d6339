package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.BlockingSubject;
import io.latchless.stress.subjects.Turn;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Checks, enlists and parks: the producer of an element in between finds no waiter to wake. */
@Rogue(
    trap = "lost wake-up in a queue: a consumer parks although an element is there",
    caughtBy = AccountingRoguesTest.class)
public final class RingThatLosesWakeUps implements BlockingSubject {
  private final Queue<Integer> elements = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public boolean offer(int element, Duration timeout) {
    elements.add(element);
    waiting.forEach(LockSupport::unpark);
    return true;
  }

  @Override
  public int poll(Duration timeout) {
    Integer element = elements.poll();
    if (element == null) {
      Turn.rest(); // lets an element arrive
      Thread self = Thread.currentThread();
      waiting.add(self);
      LockSupport.parkNanos(this, timeout.toNanos());
      waiting.remove(self);
      element = elements.poll();
    }
    return element == null ? NOTHING : element;
  }

  @Override
  public void close() {
    waiting.forEach(LockSupport::unpark);
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
