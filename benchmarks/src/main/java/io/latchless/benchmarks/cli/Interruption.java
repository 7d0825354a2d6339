package io.latchless.benchmarks.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run finish cleanly when the JVM shuts down. Ctrl-C or a signal stops the run, and the JVM
 * waits until the run has written its finished rounds.
 */
final class Interruption {
  private static final long SECONDS_TO_WRITE = 20;

  private final CountDownLatch finished = new CountDownLatch(1);

  /**
   * Covers a run until {@link #finished} is called.
   *
   * @param stop makes the run end soon; called by another thread
   */
  static Interruption of(Runnable stop) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stopAndWait(stop), "end-comparison"));
    return interruption;
  }

  /**
   * Records that the run has ended and written its files. The hook stays registered, with nothing
   * left to wait for.
   */
  void finished() {
    finished.countDown();
  }

  private void stopAndWait(Runnable stop) {
    if (finished.getCount() == 0) {
      return;
    }
    stop.run();
    try {
      if (!finished.await(SECONDS_TO_WRITE, TimeUnit.SECONDS)) {
        System.err.println("the report could not be finished in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
