package io.latchless.stress.subjects;

import io.latchless.eventbus.Overflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bounded queue under a lock, drained by one task at a time. The rogues change one step each.
 *
 * <p>No publisher waits, as if each were a handler. Keys are asked for, and all events kept.
 */
public class CountedQueue implements QueueSubject {
  protected final Terms terms;
  protected final Consumer<? super List<Integer>> handler;
  protected final Deque<Integer> queue = new ArrayDeque<>();

  /** Whether events are refused. */
  protected boolean isClosed;

  private boolean isStopped;
  private int publishers;
  private List<Integer> underWay = List.of();
  private boolean isScheduled;
  private boolean isSlow;
  private int dropped;
  private int warnings;

  public CountedQueue(Consumer<? super List<Integer>> handler, Terms terms) {
    this.handler = handler;
    this.terms = terms;
  }

  @Override
  public final boolean publish(int event) {
    if (!enter()) {
      return false;
    }
    try {
      if (terms.overflow() instanceof Overflow.LatestPerKey policy) {
        var unused = policy.key().apply(event);
      }
      boolean isAccepted = offer(event);
      schedule();
      return isAccepted;
    } finally {
      leave();
    }
  }

  private synchronized boolean enter() {
    if (isClosed) {
      drop();
      return false;
    }
    publishers++;
    return true;
  }

  private synchronized void leave() {
    publishers--;
    notifyAll();
  }

  private synchronized boolean offer(int event) {
    if (queue.size() == terms.capacity() && !makeRoom()) {
      drop();
      return false;
    }
    queue.add(event);
    if (queue.size() == terms.capacity() && !isSlow) {
      isSlow = true;
      warn();
    }
    return true;
  }

  /** Makes room in a full queue, if the policy says so. */
  protected boolean makeRoom() {
    if (terms.overflow() instanceof Overflow.DropOldest) {
      queue.remove();
      drop();
      return true;
    }
    return false;
  }

  protected void drop() {
    dropped++;
  }

  protected final void warn() {
    warnings++;
  }

  private void schedule() {
    synchronized (this) {
      if (isScheduled || isStopped || queue.isEmpty()) {
        return;
      }
      isScheduled = true;
    }
    terms.executor().execute(this::run);
  }

  private void run() {
    List<Integer> batch = begin();
    if (!batch.isEmpty()) {
      handler.accept(batch);
    }
    end();
    schedule();
  }

  private synchronized List<Integer> begin() {
    underWay = isStopped ? List.of() : take();
    return underWay;
  }

  /** Takes a batch from the queue. */
  protected List<Integer> take() {
    List<Integer> batch = new ArrayList<>();
    takeInto(batch);
    return List.copyOf(batch);
  }

  protected final void takeInto(List<Integer> batch) {
    while (batch.size() < terms.batchSize() && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
  }

  private synchronized void end() {
    underWay = List.of();
    isScheduled = false;
    isSlow &= 2 * queue.size() >= terms.capacity();
    notifyAll();
  }

  @Override
  public void publishAndAwait(int event) throws InterruptedException {
    publish(event);
    synchronized (this) {
      while (queue.contains(event) || underWay.contains(event)) {
        wait();
      }
    }
  }

  @Override
  public synchronized boolean closeAndAwaitQuiescence() throws InterruptedException {
    isClosed = true;
    isStopped = true;
    while (publishers > 0 || !underWay.isEmpty()) {
      wait();
    }
    leftovers();
    return true;
  }

  @Override
  public final synchronized List<?> closeBus(Duration timeout) throws InterruptedException {
    while (!timeout.isZero() && !isIdle()) {
      wait();
    }
    isClosed = true;
    isStopped = true;
    return leftovers();
  }

  protected boolean isIdle() {
    return publishers == 0 && queue.isEmpty() && underWay.isEmpty();
  }

  /** Drops and returns what is queued. */
  protected List<Integer> leftovers() {
    List<Integer> left = List.copyOf(queue);
    left.forEach(event -> drop());
    queue.clear();
    return left;
  }

  @Override
  public final synchronized long dropped() {
    return dropped;
  }

  @Override
  public final synchronized int warnings() {
    return warnings;
  }
}
