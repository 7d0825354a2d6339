package io.latchless.eventbus;

import io.latchless.primitives.Lazy;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a bus: daemons that start on first use. */
final class BusThreads {
  private final Lazy<ThreadPoolExecutor> workers;
  private final Lazy<ScheduledThreadPoolExecutor> timer;

  BusThreads(int workers, String names) {
    this.workers = Lazy.ofSupplier(() -> startWorkers(workers, names));
    this.timer = Lazy.ofSupplier(() -> startTimer(names));
  }

  /** A queue without locks, so that no stopped thread keeps a worker from its next task. */
  private static ThreadPoolExecutor startWorkers(int count, String names) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count, count, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>(), named(names));
    pool.prestartAllCoreThreads();
    return pool;
  }

  private static ScheduledThreadPoolExecutor startTimer(String names) {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(1, named(names + "-timer"));
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }

  private static ThreadFactory named(String names) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, names + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Returns the workers, which drain the queues of subscriptions. */
  Executor workers() {
    return workers.get();
  }

  /** Ends a request after a time; at once if the threads have ended. */
  void endAfter(long nanos, Gathering<?> gathering) {
    try {
      gathering.endBy(timer.get().schedule(gathering::end, nanos, TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException ended) {
      gathering.end();
    }
  }

  /** Lets the threads end. The time-outs of open requests still come. */
  void end() {
    if (workers.isReady()) {
      workers.get().shutdown();
    }
    if (timer.isReady()) {
      timer.get().shutdown();
    }
  }
}
