package io.latchless.stress.subjects;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** An operating-system process whose exit is recorded. */
public interface WatchedProcess {
  /**
   * Starts the process.
   *
   * @param whenRunning called on this thread once the process runs
   */
  void start(ProcessBuilder builder, Runnable whenRunning) throws IOException;

  /** Returns the process, once it has been started. */
  Process process();

  /** Returns the recorded status. */
  ProcessStatus status();

  /** Requests the process to end. */
  void stop();

  /** Returns a future that completes when the exit has been recorded. */
  CompletableFuture<?> whenOver();

  /** Returns a process followed by the library's follower. */
  static WatchedProcess ours() {
    ProcessStatusHolder holder = new ProcessStatusHolder();
    return new WatchedProcess() {
      @Override
      public void start(ProcessBuilder builder, Runnable whenRunning) throws IOException {
        holder.addListener(
            (from, to) -> {
              if (to.status() == ProcessStatus.RUNNING) {
                whenRunning.run();
              }
            });
        ProcessFollower.start(holder, builder);
      }

      private ProcessFollower follower() {
        return requireNonNull(ProcessFollower.of(holder), "follower");
      }

      @Override
      public Process process() {
        return follower().process();
      }

      @Override
      public ProcessStatus status() {
        return holder.status();
      }

      @Override
      public void stop() {
        follower().stop();
      }

      @Override
      public CompletableFuture<?> whenOver() {
        return follower().whenOver();
      }
    };
  }
}
