package io.latchless.stress.soak;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.subjects.WatchedProcess;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The exit of a process is recorded correctly, whatever the user code does. */
public final class FollowerChecks {
  private static final int FUTURES = 20;
  private static final int COLLECTIONS = 20;

  private FollowerChecks() {}

  /** Blocks a start listener until the exit has been recorded, or the patience is exhausted. */
  public static List<String> slowListener(WatchedProcess watched, Duration patience)
      throws InterruptedException {
    Findings findings = new Findings();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Workers starter =
        Workers.start(
            1,
            member ->
                watched.start(
                    new ProcessBuilder("true"),
                    () -> {
                      running.countDown();
                      awaitUninterrupted(release);
                    }));
    running.await();
    watched.process().waitFor();
    long start = System.nanoTime();
    while (!watched.status().isOver() && System.nanoTime() - start < patience.toNanos()) {
      Thread.onSpinWait();
    }
    findings.require(
        watched.status() == ProcessStatus.SUCCESS,
        "%s is recorded for a dead process while a listener is slow",
        watched.status());
    release.countDown();
    starter.join();
    return findings.list();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Requests a stop of a process that has crashed; ends at the first finding. */
  public static List<String> stopAfterExit(Supplier<WatchedProcess> supplier, int rounds)
      throws Exception {
    Findings findings = new Findings();
    for (int i = 0; i < rounds && findings.list().isEmpty(); i++) {
      WatchedProcess watched = supplier.get();
      watched.start(new ProcessBuilder("sh", "-c", "exit 3"), () -> {});
      watched.process().waitFor();
      watched.stop();
      watched.whenOver().get(60, SECONDS);
      findings.require(
          watched.status() == ProcessStatus.FAILED,
          "%s is recorded for a process that was dead with exit code 3",
          watched.status());
    }
    return findings.list();
  }

  /** Abandons futures while the process runs, and counts those still retained. */
  public static List<String> futuresGivenUp(WatchedProcess watched) throws Exception {
    Findings findings = new Findings();
    watched.start(new ProcessBuilder("sleep", "600"), () -> {});
    try {
      List<WeakReference<Object>> givenUp = new ArrayList<>();
      for (int i = 0; i < FUTURES; i++) {
        givenUp.add(giveUp(watched.whenOver()));
      }
      for (int i = 0; i < COLLECTIONS && alive(givenUp) > 0; i++) {
        System.gc();
      }
      findings.require(alive(givenUp) == 0, "%d abandoned futures are retained", alive(givenUp));
    } finally {
      watched.process().destroyForcibly();
    }
    return findings.list();
  }

  private static WeakReference<Object> giveUp(CompletableFuture<?> future) throws Exception {
    try {
      future.get(1, NANOSECONDS);
      throw new IllegalStateException("the process had ended");
    } catch (TimeoutException expected) {
      return new WeakReference<>(future);
    }
  }

  private static long alive(List<WeakReference<Object>> references) {
    return references.stream().filter(each -> !each.refersTo(null)).count();
  }
}
