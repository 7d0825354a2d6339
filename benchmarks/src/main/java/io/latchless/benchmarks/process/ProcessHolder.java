package io.latchless.benchmarks.process;

import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The operations of {@link ProcessStatusHolder}, for ours and its opponents. */
public interface ProcessHolder {
  /** See {@link ProcessStatusHolder#get}. */
  ProcessSnapshot get();

  /** See {@link ProcessStatusHolder#markRunning}. */
  boolean markRunning(long generation);

  /** See {@link ProcessStatusHolder#markExited}. */
  boolean markExited(long generation, int exitCode);

  /** See {@link ProcessStatusHolder#markStopped(long)}. */
  boolean markStopped(long generation);

  /** See {@link ProcessStatusHolder#markStopped(long, int)}. */
  boolean markStopped(long generation, int exitCode);

  /** See {@link ProcessStatusHolder#markFailed}. */
  boolean markFailed(long generation);

  /** See {@link ProcessStatusHolder#restart}. */
  boolean restart(long generation);

  /** See {@link ProcessStatusHolder#awaitReached}. */
  boolean awaitReached(ProcessStatus status, Duration timeout) throws InterruptedException;

  /** See {@link ProcessStatusHolder#whenOver}. */
  CompletableFuture<ProcessSnapshot> whenOver();

  /** See {@link ProcessStatusHolder#addListener}. */
  Subscription addListener(ProcessListener listener);
}
