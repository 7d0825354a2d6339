package io.latchless.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads of a test that begin together; none outlives it, and whatever one throws fails it. */
final class Together {
  private static final long PATIENCE_SECONDS = 60;

  private Together() {}

  /** What one of several threads does. */
  interface Task {
    void run(int index) throws Exception;
  }

  /** Runs some threads, and returns when all have come to their ends. */
  static void run(int threads, Task task) throws Exception {
    CyclicBarrier begin = new CyclicBarrier(threads);
    List<FutureTask<@Nullable Void>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int index = i;
      FutureTask<@Nullable Void> each =
          new FutureTask<>(
              () -> {
                begin.await();
                task.run(index);
                return null;
              });
      tasks.add(each);
      Thread thread = new Thread(each, "together-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    for (FutureTask<@Nullable Void> each : tasks) {
      each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Runs some threads, and beside them another that does something until they have ended. */
  static void runBeside(int threads, Task task, Runnable again) throws Exception {
    AtomicInteger running = new AtomicInteger(threads);
    run(
        threads + 1,
        index -> {
          if (index == threads) {
            while (running.get() > 0) {
              again.run();
            }
          } else {
            try {
              task.run(index);
            } finally {
              running.decrementAndGet();
            }
          }
        });
  }
}
