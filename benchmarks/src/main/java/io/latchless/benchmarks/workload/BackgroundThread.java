package io.latchless.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/**
 * Repeats an action beside the benchmark's own threads, for work that must not be counted: an echo,
 * a reader beside measured writers, a thread that stalls.
 */
public final class BackgroundThread {
  /** The repeated action; an interrupt ends it. */
  @FunctionalInterface
  public interface Action {
    void run() throws InterruptedException;
  }

  private final Thread thread;
  private volatile boolean over;
  private volatile @Nullable Throwable failure;

  private BackgroundThread(String name, Action action) {
    thread = new Thread(() -> repeat(action), name);
    thread.setDaemon(true);
  }

  /** Starts a thread that repeats an action. */
  public static BackgroundThread start(String name, Action action) {
    BackgroundThread background = new BackgroundThread(name, action);
    background.thread.start();
    return background;
  }

  private void repeat(Action action) {
    try {
      while (!over) {
        action.run();
      }
    } catch (InterruptedException stopped) {
      // the action was waiting when the benchmark ended
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  /**
   * Interrupts the action and waits for its end.
   *
   * @throws IllegalStateException if the action failed earlier, and the thread was missing since
   *     then
   */
  public void stop() throws InterruptedException {
    over = true;
    thread.interrupt();
    thread.join();
    Throwable thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException(thread.getName() + " failed", thrown);
    }
  }
}
