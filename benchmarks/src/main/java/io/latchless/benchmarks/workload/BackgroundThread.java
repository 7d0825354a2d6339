package io.latchless.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/**
 * Repeats an action beside the benchmark's own threads, for those who are needed but must not be
 * counted: an echo, a reader whose writers are measured, a thread that stalls.
 */
public final class BackgroundThread {
  /** What is repeated; being interrupted ends it. */
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

  /** Starts to repeat an action. */
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
      // it waited for something that will not come any more
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  /**
   * Interrupts the action and waits for its end.
   *
   * @throws IllegalStateException if it has thrown something, and was missing since
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
