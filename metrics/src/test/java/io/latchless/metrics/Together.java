package io.latchless.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs threads of a test that begin together. Any exception of one of them fails the test. */
final class Together {
  private static final long PATIENCE_SECONDS = 60;

  private Together() {}

  /** The task of one of several threads. */
  interface Task {
    void run(int index) throws Exception;
  }

  /** Runs threads, and returns when all have finished. */
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

  /** Runs threads, and beside them one more that repeats an action until they have finished. */
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
