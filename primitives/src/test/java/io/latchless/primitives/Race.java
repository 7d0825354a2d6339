package io.latchless.primitives;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the threads of a test. No thread outlives the test, and an exception in any thread fails it.
 */
final class Race {
  private static final long PATIENCE_SECONDS = 60;

  private Race() {}

  /** The body of one of several threads. */
  interface Racer {
    void run(int index) throws Exception;
  }

  /** A thread that runs on its own until its result is requested. */
  static final class Runner<T extends @Nullable Object> {
    final Thread thread;
    private final FutureTask<T> task;

    Runner(Callable<T> body) {
      task = new FutureTask<>(body);
      thread = new Thread(task, "runner");
      thread.setDaemon(true);
      thread.start();
    }

    T result() throws Exception {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns the exception that the body threw. */
    Throwable failure() throws Exception {
      try {
        throw new AssertionError("has not failed but returned " + result());
      } catch (ExecutionException e) {
        return requireNonNull(e.getCause(), "cause");
      }
    }

    /** Waits until the thread is parked in the code under test. */
    Runner<T> untilParked() {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () ->
                  thread.getState() == Thread.State.WAITING
                      || thread.getState() == Thread.State.TIMED_WAITING);
      return this;
    }
  }

  static <T extends @Nullable Object> Runner<T> start(Callable<T> body) {
    return new Runner<>(body);
  }

  /** Runs racers that start together, and returns when all have arrived. */
  static void of(int threads, Racer racer) throws Exception {
    CyclicBarrier line = new CyclicBarrier(threads);
    List<Runner<@Nullable Void>> runners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int index = i;
      runners.add(
          start(
              () -> {
                line.await();
                racer.run(index);
                return null;
              }));
    }
    for (Runner<@Nullable Void> runner : runners) {
      runner.result();
    }
  }
}
