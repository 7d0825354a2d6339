package io.latchless.stress.subjects;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A process of the operating system whose end is recorded. */
public interface WatchedProcess {
  /**
   * Starts it.
   *
   * @param whenRunning is told that it runs, on this thread
   */
  void start(ProcessBuilder builder, Runnable whenRunning) throws IOException;

  /** The process, once it has been started. */
  Process process();

  /** What is recorded. */
  ProcessStatus status();

  /** Asks it to end. */
  void stop();

  /** A future of the end having been recorded. */
  CompletableFuture<?> whenOver();

  /** One that is followed by ours. */
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
