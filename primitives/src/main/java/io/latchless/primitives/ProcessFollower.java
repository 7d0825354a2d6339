package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Follows a {@link Process} of the operating system and writes what becomes of it into a {@link
 * ProcessStatusHolder}.
 *
 * <p>No thread is started and none waits: the exit is learnt through {@link Process#onExit()},
 * whose thread is the JDK's. A process that ends after {@link #stop()} or {@link #kill()} is {@code
 * STOPPED}, whatever its exit code; one that ends by itself, or is killed by somebody else, is
 * {@code SUCCESS} or {@code FAILED} by its exit code. One that cannot be started is {@code FAILED}
 * without start and exit code. Safe for use by any number of threads.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code process}, {@code whenOver}: wait-free; {@code start}, {@code stop}
 *       and {@code kill} take as long as the operating system
 *   <tr><th scope="row">Linearizable<td>not applicable: the holder is
 *   <tr><th scope="row">Happens-before<td>a request to stop happens before the status that it leads to
 *   <tr><th scope="row">Allocation<td>a few small objects for each process followed
 * </table>
 */
public final class ProcessFollower {
  /*
   * The wish to stop is stored before the signal is sent, so that an exit caused by the signal finds
   * it. An exit that was under way by itself may find it too, and counts as stopped: the user asked
   * for it, and nobody can tell.
   */

  private final ProcessStatusHolder holder;
  private final long generation;
  private final Process process;
  private final CompletableFuture<ProcessSnapshot> over;
  private volatile boolean stopRequested;

  private ProcessFollower(
      ProcessStatusHolder holder,
      long generation,
      Process process,
      CompletableFuture<ProcessSnapshot> over) {
    this.holder = holder;
    this.generation = generation;
    this.process = process;
    this.over = over;
  }

  /**
   * Starts a process and follows it, in the holder's current generation.
   *
   * @param holder where its status is written; must be pending
   * @param builder describes the process
   * @return the follower
   * @throws IOException if it could not be started; the holder is then {@code FAILED}
   * @throws IllegalStateException if the holder is not pending, or ceased to be while the process
   *     was being started; then the process has been killed
   */
  public static ProcessFollower start(ProcessStatusHolder holder, ProcessBuilder builder)
      throws IOException {
    requireNonNull(holder, "holder");
    requireNonNull(builder, "builder");
    ProcessSnapshot before = requirePending(holder);
    Process process;
    try {
      process = builder.start();
    } catch (IOException | RuntimeException e) {
      holder.markFailed(before.generation());
      throw e;
    }
    try {
      return follow(holder, before.generation(), process);
    } catch (IllegalStateException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /**
   * Follows a process that has been started already, in the holder's current generation.
   *
   * @param holder where its status is written; must be pending
   * @param process the process
   * @return the follower
   * @throws IllegalStateException if the holder is not pending; the process goes on
   */
  public static ProcessFollower follow(ProcessStatusHolder holder, Process process) {
    requireNonNull(holder, "holder");
    requireNonNull(process, "process");
    return follow(holder, requirePending(holder).generation(), process);
  }

  private static ProcessSnapshot requirePending(ProcessStatusHolder holder) {
    ProcessSnapshot now = holder.get();
    if (now.status() != ProcessStatus.PENDING) {
      throw new IllegalStateException("holder must be PENDING, was " + now);
    }
    return now;
  }

  private static ProcessFollower follow(
      ProcessStatusHolder holder, long generation, Process process) {
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    if (!holder.markRunning(generation)) {
      over.cancel(false);
      throw new IllegalStateException("holder must be PENDING, was " + holder.get());
    }
    ProcessFollower follower = new ProcessFollower(holder, generation, process, over);
    var unused = process.onExit().thenAccept(follower::exited);
    return follower;
  }

  private void exited(Process ended) {
    if (stopRequested) {
      holder.markStopped(generation, ended.exitValue());
    } else {
      holder.markExited(generation, ended.exitValue());
    }
  }

  /**
   * The process that is followed.
   *
   * @return the process
   */
  public Process process() {
    return process;
  }

  /**
   * A future of the process having ended and its holder saying so.
   *
   * @return a copy that may be cancelled freely; completed with the last snapshot of the generation
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return over.copy();
  }

  /**
   * Asks the process to end, as {@link Process#destroy()} does; it is {@code STOPPED} once it has.
   */
  public void stop() {
    stopRequested = true;
    process.destroy();
  }

  /**
   * Makes the process end, as {@link Process#destroyForcibly()} does; it is {@code STOPPED} then.
   */
  public void kill() {
    stopRequested = true;
    process.destroyForcibly();
  }
}
