package io.latchless.benchmarks.workload;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs an action on several threads at once. */
public final class Together {
  private Together() {}

  /**
   * Runs an action many times on each of several threads.
   *
   * @throws Exception if one of the threads threw it
   */
  public static void repeat(int threads, int times, Runnable action) throws Exception {
    Callable<Boolean> repeated =
        () -> {
          for (int i = 0; i < times; i++) {
            action.run();
          }
          return true;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, repeated))) {
        var unused = done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
