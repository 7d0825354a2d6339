package io.latchless.stress.subjects;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** A queue and a flag, as one would write an inbox. The rogues change one step each. */
public class QueuedInbox implements Inbox {
  protected final Queue<Integer> queue = new ConcurrentLinkedQueue<>();
  protected final AtomicBoolean isScheduled = new AtomicBoolean();
  protected final Executor executor;
  private final IntConsumer handler;

  public QueuedInbox(IntConsumer handler, Executor executor) {
    this.handler = handler;
    this.executor = executor;
  }

  @Override
  public final void send(int event) {
    queue.add(event);
    schedule();
  }

  protected void schedule() {
    if (isScheduled.compareAndSet(false, true)) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException rejected) {
        isScheduled.set(false);
      }
    }
  }

  protected void run() {
    do {
      handleAll();
      isScheduled.set(false);
    } while (!queue.isEmpty() && isScheduled.compareAndSet(false, true));
  }

  protected final void handleAll() {
    for (Integer event = queue.poll(); event != null; event = queue.poll()) {
      handler.accept(event);
    }
  }
}
