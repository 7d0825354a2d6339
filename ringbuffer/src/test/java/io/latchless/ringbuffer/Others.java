package io.latchless.ringbuffer;

import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A thread beside the thread of a test; a daemon, which does not outlive the test's JVM. */
final class Others<T> {
  private static final long PATIENCE_SECONDS = 30;

  private final FutureTask<T> task;
  final Thread thread;

  private Others(Callable<T> body) {
    task = new FutureTask<>(body);
    thread = new Thread(task, "other");
    thread.setDaemon(true);
    thread.start();
  }

  static <T> Others<T> start(Callable<T> body) {
    return new Others<>(body);
  }

  Others<T> untilParked() {
    await()
        .until(
            () ->
                thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING);
    return this;
  }

  /** Waits until the thread has finished or runs code of a ring. */
  Others<T> untilItLooks() {
    await()
        .until(
            () ->
                task.isDone()
                    || Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith("SequencedRing")));
    return this;
  }

  T result() throws Exception {
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for a latch; fails instead of hanging. */
  static void awaitLatch(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no other thread has opened the latch");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Throws any exception undeclared, as code in other languages may. */
  @SuppressWarnings({"unchecked", "DoNotCallSuggester", "TypeParameterUnusedInFormals"})
  static <T, X extends Throwable> T sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
