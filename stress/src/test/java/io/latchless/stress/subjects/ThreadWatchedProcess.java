package io.latchless.stress.subjects;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.ProcessStatus;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The base class of rogues: a process without generations, watched by a thread. */
public class ThreadWatchedProcess implements WatchedProcess {
  private final CompletableFuture<ProcessStatus> over = new CompletableFuture<>();
  private volatile ProcessStatus status = ProcessStatus.PENDING;
  private volatile @Nullable Process process;
  private volatile boolean stopRequested;

  @Override
  public void start(ProcessBuilder builder, Runnable whenRunning) throws IOException {
    begin(builder);
    watch();
    whenRunning.run();
  }

  /** Starts the process and records it as running. */
  protected final void begin(ProcessBuilder builder) throws IOException {
    process = builder.start();
    status = ProcessStatus.RUNNING;
  }

  /** Starts the thread that records the exit. */
  protected final void watch() {
    Thread watcher = new Thread(this::recordExit, "watcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void recordExit() {
    try {
      int exitCode = process().waitFor();
      if (stopRequested) {
        status = ProcessStatus.STOPPED;
      } else {
        status = exitCode == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED;
      }
      over.complete(status);
    } catch (InterruptedException e) {
      over.completeExceptionally(e);
    }
  }

  @Override
  public final Process process() {
    return requireNonNull(process, "process");
  }

  @Override
  public final ProcessStatus status() {
    return status;
  }

  @Override
  public void stop() {
    if (process().isAlive()) {
      requestStop();
    }
  }

  /** Requests the process to end, and records the request. */
  protected final void requestStop() {
    stopRequested = true;
    process().destroy();
  }

  @Override
  public CompletableFuture<?> whenOver() {
    return over;
  }
}
