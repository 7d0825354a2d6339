package io.latchless.stress.hostile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Daemon threads with small stacks, awaited up to a generous deadline. */
final class Threads {
  /**
   * The time in seconds after which a thread counts as hung; only a failing test waits that long.
   */
  private static volatile int seconds = Integer.getInteger("stress.hostile.seconds", 10);

  private static final long STACK = 256 * 1024;

  private Threads() {}

  static int seconds() {
    return seconds;
  }

  /** Runs a check that expects a hang, with a shorter deadline. */
  static void withDeadline(int shorter, Runnable check) {
    int usual = seconds;
    seconds = shorter;
    try {
      check.run();
    } finally {
      seconds = usual;
    }
  }

  /** Starts an operation; the future completes with the exception it threw, or with null. */
  static CompletableFuture<@Nullable Throwable> start(String name, Subject.Operation operation) {
    CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              Throwable thrown = null;
              try {
                operation.run();
              } catch (Throwable t) {
                thrown = t;
              }
              end.complete(thrown);
            },
            "hostile " + name,
            STACK);
    thread.setDaemon(true);
    // The library hands exceptions without another receiver to this handler; the books have them
    // already.
    thread.setUncaughtExceptionHandler((which, thrown) -> {});
    thread.start();
    return end;
  }

  /** Returns whether the future completes by the deadline. */
  static boolean ends(CompletableFuture<?> future) {
    return ends(future, seconds);
  }

  private static boolean ends(CompletableFuture<?> future, int deadline) {
    try {
      var unused = future.get(deadline, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  /**
   * Runs an operation on a separate thread and returns its fault, or null.
   *
   * @param what the operation's name in the fault
   */
  static @Nullable String fault(String what, Subject.Operation operation) {
    return fault(what, seconds, operation);
  }

  /** Does the same with another deadline, for an operation that waits for other threads. */
  static @Nullable String fault(String what, int deadline, Subject.Operation operation) {
    CompletableFuture<@Nullable Throwable> end = start(what, operation);
    if (!ends(end, deadline)) {
      return what + " does not get through in " + deadline + " s";
    }
    Throwable thrown = end.join();
    return thrown == null ? null : what + " throws " + brief(thrown);
  }

  /** Waits until other threads make a condition true; fails at the deadline. */
  @SuppressWarnings("ThreadPriorityCheck") // other threads may need this core
  static void until(BooleanSupplier condition, String what) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(seconds) / 2) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.yield();
    }
  }

  static String brief(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
