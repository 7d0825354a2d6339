package io.latchless.benchmarks.process;

import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Adapts a {@link ProcessStatusHolder}. */
record LatchlessProcessHolder(ProcessStatusHolder holder) implements ProcessHolder {
  @Override
  public ProcessSnapshot get() {
    return holder.get();
  }

  @Override
  public boolean markRunning(long generation) {
    return holder.markRunning(generation);
  }

  @Override
  public boolean markExited(long generation, int exitCode) {
    return holder.markExited(generation, exitCode);
  }

  @Override
  public boolean markStopped(long generation) {
    return holder.markStopped(generation);
  }

  @Override
  public boolean markStopped(long generation, int exitCode) {
    return holder.markStopped(generation, exitCode);
  }

  @Override
  public boolean markFailed(long generation) {
    return holder.markFailed(generation);
  }

  @Override
  public boolean restart(long generation) {
    return holder.restart(generation);
  }

  @Override
  public boolean awaitReached(ProcessStatus status, Duration timeout) throws InterruptedException {
    return holder.awaitReached(status, timeout);
  }

  @Override
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return holder.whenOver();
  }

  @Override
  public Subscription addListener(ProcessListener listener) {
    return holder.addListener(listener);
  }
}
