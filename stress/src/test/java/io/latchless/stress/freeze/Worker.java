package io.latchless.stress.freeze;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A thread of the child that runs one task at a time, and may be left stuck in one. */
final class Worker {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SLICE_MILLIS = 2;

  private final LinkedBlockingQueue<FutureTask<?>> inbox = new LinkedBlockingQueue<>();
  private final Thread thread;
  private @Nullable FutureTask<?> pending;

  Worker(String name) {
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void loop() {
    while (true) {
      try {
        inbox.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  void start(Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    pending = task;
    inbox.add(task);
  }

  /** Returns whether a started task has not been seen to end. */
  boolean isPending() {
    return pending != null;
  }

  /**
   * Waits for the started task.
   *
   * @return false if the task is still pending
   * @throws ExecutionException the exception that the task threw
   */
  boolean await(Patience patience) throws InterruptedException, ExecutionException {
    FutureTask<?> task = pending;
    if (task == null) {
      return true;
    }
    long start = System.nanoTime();
    long processorAtStart = THREADS.getThreadCpuTime(thread.getId());
    long lastSeenAwake = start;
    while (true) {
      try {
        task.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        pending = null;
        return true;
      } catch (TimeoutException stillRunning) {
        long now = System.nanoTime();
        long processor = THREADS.getThreadCpuTime(thread.getId());
        State state = thread.getState();
        boolean waits = state == State.WAITING || state == State.BLOCKED;
        if (!waits) {
          lastSeenAwake = now;
        }
        if (processor - processorAtStart > patience.processor().toNanos()
            || now - lastSeenAwake > patience.waiting().toNanos()
            || now - start > patience.clock().toNanos()) {
          return false;
        }
      }
    }
  }
}
