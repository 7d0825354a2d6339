package io.latchless.stress.soak;

import io.latchless.stress.subjects.QuiescentSubject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The events that a quiescent close waits for, and those that wake it. */
public final class QuiescentChecks {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final int DISPATCHES = 50_000;

  /** A closing thread may check by itself at this interval, and wake spuriously a few times. */
  private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long MORE_WAITS = 10;

  private QuiescentChecks() {}

  /** Checks that a dispatch ends when a handler throws any exception. */
  public static List<String> thrown(QuiescentSubject handlers, List<? extends Throwable> all)
      throws InterruptedException {
    Findings findings = new Findings();
    for (Throwable each : all) {
      QuiescentSubject.Registration registration =
          handlers.subscribe(
              () -> {
                throw QuiescentChecks.<RuntimeException>undeclared(each);
              });
      Throwable caught = null;
      try {
        handlers.dispatch();
      } catch (Throwable thrown) {
        caught = thrown;
      }
      findings.require(caught == each, "%s was thrown, not %s", caught, each);
      findings.require(
          registration.closeAndAwaitQuiescence(Duration.ZERO),
          "a dispatch is not over after %s",
          each);
    }
    return findings.list();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is not made
  private static <T extends Throwable> T undeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /**
   * Checks that a dispatch that cannot call a handler does not wake the thread that closes it. A
   * woken thread waits again, and the JVM counts its waits.
   */
  public static List<String> woken(QuiescentSubject handlers) throws Exception {
    Findings findings = new Findings();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    QuiescentSubject.Registration slow =
        handlers.subscribe(
            () -> {
              entered.countDown();
              awaitUninterrupted(gate);
            });
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    Thread dispatching = new Thread(handlers::dispatch, "dispatching");
    Thread closing =
        new Thread(
            () -> {
              try {
                closed.complete(slow.closeAndAwaitQuiescence(LONG));
              } catch (Throwable thrown) {
                closed.completeExceptionally(thrown);
              }
            },
            "closing");
    try {
      dispatching.start();
      entered.await();
      closing.start();
      while (closing.getState() != Thread.State.TIMED_WAITING && !closed.isDone()) {
        Thread.onSpinWait();
      }
      QuiescentSubject.Registration unused = handlers.subscribe(() -> {});
      long before = waits(closing);
      long start = System.nanoTime();
      for (int i = 0; i < DISPATCHES; i++) {
        handlers.dispatch();
      }
      long naps = (System.nanoTime() - start) / NAP_NANOS;
      long waits = waits(closing) - before;
      findings.require(!closed.isDone(), "quiescent in the middle of a call");
      findings.require(
          waits <= naps + MORE_WAITS, "waited %d times during unrelated dispatches", waits);
    } finally {
      gate.countDown();
    }
    findings.require(closed.get(), "not quiescent after all dispatches");
    dispatching.join();
    return findings.list();
  }

  private static long waits(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
