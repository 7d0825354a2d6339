package io.latchless.stress.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that start together and must all end. */
public final class Workers {
  private static final long PATIENCE_SECONDS = 600;
  private static final int ENOUGH_LOOKS = 5;

  /** The task of each member. */
  @FunctionalInterface
  public interface Task {
    void run(int member) throws Exception;
  }

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Workers() {}

  /** Starts the members as daemons, so a hung one does not keep the JVM alive. */
  public static Workers start(int size, Task task) {
    Workers crew = new Workers();
    CyclicBarrier begin = new CyclicBarrier(size);
    for (int i = 0; i < size; i++) {
      int member = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  begin.await();
                  task.run(member);
                } catch (Throwable thrown) {
                  crew.failure.compareAndSet(null, thrown);
                }
              },
              "crew-" + member);
      thread.setDaemon(true);
      crew.threads.add(thread);
      thread.start();
    }
    return crew;
  }

  /** Starts the members and waits until all have ended. */
  public static void run(int size, Task task) throws InterruptedException {
    start(size, task).join();
  }

  /** Waits until all members have ended; throws if one has thrown or does not end. */
  public void join() throws InterruptedException {
    joinWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
  }

  void joinWithin(long millis) throws InterruptedException {
    if (!endsWithin(millis)) {
      throw new AssertionError(
          "still running: " + threads.stream().filter(Thread::isAlive).toList());
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError("a member has thrown " + thrown, thrown);
    }
  }

  /** Returns whether all members end in time. */
  public boolean endsWithin(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Thread thread : threads) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      thread.join(Math.max(left, 1));
    }
    return threads.stream().noneMatch(Thread::isAlive);
  }

  public void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /** Returns whether all members are parked or blocked, so none moves until it is woken. */
  public boolean allWait() {
    return threads.stream()
        .map(Thread::getState)
        .allMatch(
            state ->
                state == Thread.State.WAITING
                    || state == Thread.State.TIMED_WAITING
                    || state == Thread.State.BLOCKED);
  }

  /**
   * Waits until all members have ended, or all of them wait; returns whether they have ended. A
   * member that is held up for a moment, as by the loading of a class, does not count as waiting.
   */
  boolean haveEndedAtRest() throws InterruptedException {
    int looks = 0;
    while (!endsWithin(1)) {
      looks = allWait() ? looks + 1 : 0;
      if (looks == ENOUGH_LOOKS) {
        return false;
      }
    }
    return true;
  }

  void interrupt(int member) {
    threads.get(member).interrupt();
  }

  /** Returns whether each member has ended or is parked. */
  boolean isAtRest() {
    return threads.stream()
        .map(Thread::getState)
        .allMatch(
            state ->
                state == Thread.State.TERMINATED
                    || state == Thread.State.WAITING
                    || state == Thread.State.TIMED_WAITING);
  }
}
