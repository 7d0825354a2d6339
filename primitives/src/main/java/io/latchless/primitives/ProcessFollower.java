package io.latchless.primitives;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows an operating-system process and records its start and its end in a {@link
 * ProcessStatusHolder}.
 *
 * <pre>{@code
 * ProcessBuilder worker = new ProcessBuilder("worker")
 *     .redirectErrorStream(true)
 *     .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
 * ProcessFollower follower = ProcessFollower.start(new ProcessStatusHolder(), worker);
 * follower.stop(Duration.ofSeconds(10)).thenAccept(last -> report(last.exitCode()));
 * }</pre>
 *
 * <p><b>Threads.</b> Each follower has one daemon thread of normal priority, named {@code
 * process-follower} and the process id, which waits for the exit, records it and ends. It does not
 * use the JDK's common pool, so tasks that block there hide no exit. The thread starts before any
 * listener is told that the process runs, so a listener that blocks hides no exit either. Unless
 * the holder has an executor, listeners hear of {@code RUNNING} on the thread that called {@code
 * start} or {@code follow}, before that call returns. They hear of the end on the follower's
 * thread. Each follower has its own thread, so code that blocks it delays no other process.
 *
 * <p><b>The last status.</b> A process that was alive when {@link #stop()} or {@link #kill()} was
 * called is {@code STOPPED}, whatever its exit code. So is a process that ended by itself between
 * that call and the arrival of the signal, since the two cases look the same. A process known to be
 * dead before the call, because {@link Process#isAlive()} was false, is {@code SUCCESS} or {@code
 * FAILED} by its exit code. So is a process killed from elsewhere. A process that cannot be started
 * is {@code FAILED} without start and exit code. A {@link ProcessHandle} gives no exit code: a
 * process followed by its handle that ends by itself is {@code FAILED}, with a start and without an
 * exit code.
 *
 * <p><b>Times.</b> The start time comes from {@link ProcessHandle.Info} if the operating system
 * gives one. On Linux it is up to a second too early, so for a process started by {@code start} it
 * is never before that call. The end time is when the exit was noticed, and never before the start.
 *
 * <p><b>Output.</b> If an output of a child is not read, the child blocks once its pipe is full. On
 * Linux that is after 64 KiB. The child then neither continues nor ends. Read its streams, or
 * redirect both to a file, to {@link ProcessBuilder.Redirect#INHERIT} or to {@link
 * ProcessBuilder.Redirect#DISCARD}. Children outlive this JVM unless they are stopped.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number may use it
 *   <tr><th scope="row">Progress<td>{@code process}, {@code handle}, {@code pid}, {@code of}:
 *       wait-free; {@code whenOver}: as the holder; {@code start}, {@code follow}, {@code stop},
 *       {@code stopTree} and {@code kill} take as long as the operating system. A thread of the
 *       follower waits for the exit, another one for the end of a grace period
 *   <tr><th scope="row">Linearizable<td>not applicable: the holder is
 *   <tr><th scope="row">Happens-before<td>a request to stop happens before the status that it leads
 *       to
 *   <tr><th scope="row">Allocation<td>a thread and a few small objects for each followed process
 * </table>
 *
 * @since 0.1.0
 */
public final class ProcessFollower {
  /*
   * A request to stop is counted before the signal is sent, so that an exit caused by the signal
   * finds it. If the signal could not be sent, the count is lowered again. A request for a process
   * known to be dead is not counted, so a late request does not overwrite the reason of the exit.
   *
   * The thread that waits for the exit also records it. It runs no user code before that, so an
   * interrupt of it is a stray and is ignored.
   */

  private static final long FIRST_POLL_NANOS = 1_000_000;
  private static final long LONGEST_POLL_NANOS = 200_000_000;

  /** Gives one view of a process and of a process handle. */
  private sealed interface Target {
    ProcessHandle handle();

    boolean isAlive();

    /** Sends a signal, and returns whether that was possible. */
    boolean end(boolean forcibly);

    /** Waits for the exit; returns false if the time was up first. */
    boolean awaitExit(long nanos) throws InterruptedException;

    OptionalInt exitCode();
  }

  private record Child(Process process) implements Target {
    @Override
    public ProcessHandle handle() {
      return process.toHandle();
    }

    @Override
    public boolean isAlive() {
      return process.isAlive();
    }

    @Override
    public boolean end(boolean forcibly) {
      if (forcibly) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
      return true;
    }

    @Override
    public boolean awaitExit(long nanos) throws InterruptedException {
      if (nanos == Long.MAX_VALUE) {
        process.waitFor();
        return true;
      }
      return process.waitFor(nanos, NANOSECONDS);
    }

    @Override
    public OptionalInt exitCode() {
      return OptionalInt.of(process.exitValue());
    }
  }

  /** A process that is not a child of this JVM: its exit can only be polled. */
  private record ForeignProcess(ProcessHandle handle) implements Target {
    @Override
    public boolean isAlive() {
      return handle.isAlive();
    }

    @Override
    public boolean end(boolean forcibly) {
      return forcibly ? handle.destroyForcibly() : handle.destroy();
    }

    @Override
    public boolean awaitExit(long nanos) {
      return awaitEnd(List.of(handle), System.nanoTime(), nanos);
    }

    @Override
    public OptionalInt exitCode() {
      return OptionalInt.empty();
    }
  }

  private final ProcessStatusHolder holder;
  private final ProcessStatusHolder.Generation generation;
  private final Target target;
  private final AtomicInteger stopRequests = new AtomicInteger();

  private ProcessFollower(
      ProcessStatusHolder holder, ProcessStatusHolder.Generation generation, Target target) {
    this.holder = holder;
    this.generation = generation;
    this.target = target;
  }

  /**
   * Starts a process and follows it in the holder's current generation.
   *
   * @param holder receives the status of the process; must be pending
   * @param builder describes the process; see the class comment for its output
   * @return the new follower
   * @throws IOException if the process could not be started; the holder is then {@code FAILED}, and
   *     can be restarted
   * @throws IllegalStateException if the holder is not pending, or was changed while the process
   *     was being started; the process has then been killed
   */
  public static ProcessFollower start(ProcessStatusHolder holder, ProcessBuilder builder)
      throws IOException {
    requireNonNull(holder, "holder");
    requireNonNull(builder, "builder");
    StackRoom.require();
    ProcessStatusHolder.Generation generation = holder.requirePending();
    Instant before = holder.now();
    Process process;
    try {
      process = builder.start();
    } catch (Throwable notStarted) {
      holder.markOver(generation.number, ProcessStatus.FAILED, OptionalInt.empty());
      throw notStarted;
    }
    try {
      return follow(holder, generation, new Child(process), before);
    } catch (Throwable notFollowed) {
      process.destroyForcibly();
      throw notFollowed;
    }
  }

  /**
   * Follows a process that is already running, in the holder's current generation.
   *
   * @param holder receives the status of the process; must be pending
   * @param process the process
   * @return the new follower
   * @throws IllegalStateException if the holder is not pending; the process continues
   */
  public static ProcessFollower follow(ProcessStatusHolder holder, Process process) {
    requireNonNull(holder, "holder");
    requireNonNull(process, "process");
    return follow(holder, holder.requirePending(), new Child(process), null);
  }

  /**
   * Follows a process that this JVM did not start, in the holder's current generation. An example
   * is a child that has survived its supervisor. Its exit code cannot be known. Its end is found by
   * polling, within a fifth of a second. A dead process that its parent has not reaped counts as
   * alive.
   *
   * @param holder receives the status of the process; must be pending
   * @param handle the process, which may have ended already
   * @return the new follower
   * @throws IllegalStateException if the holder is not pending; the process continues
   * @throws IllegalArgumentException if it is the current process
   */
  public static ProcessFollower follow(ProcessStatusHolder holder, ProcessHandle handle) {
    requireNonNull(holder, "holder");
    requireNonNull(handle, "handle");
    if (handle.equals(ProcessHandle.current())) {
      throw new IllegalArgumentException(
          "handle must be of another process, was the current one, " + handle.pid());
    }
    return follow(holder, holder.requirePending(), new ForeignProcess(handle), null);
  }

  private static ProcessFollower follow(
      ProcessStatusHolder holder,
      ProcessStatusHolder.Generation generation,
      Target target,
      @Nullable Instant notBefore) {
    StackRoom.require();
    ProcessFollower follower = new ProcessFollower(holder, generation, target);
    Instant start = follower.start(notBefore);
    if (!holder.markRunning(generation.number, start, follower, follower::watch)) {
      throw holder.notPending();
    }
    return follower;
  }

  /** Returns the start time by the holder's clock, which may differ from the system clock. */
  private Instant start(@Nullable Instant notBefore) {
    Instant now = holder.now();
    Instant start = now;
    try {
      start =
          target
              .handle()
              .info()
              .startInstant()
              .map(instant -> Duration.between(instant, Instant.now()))
              .filter(age -> !age.isNegative())
              .map(now::minus)
              .orElse(now);
    } catch (Throwable unknown) {
      start = now; // a user's own Process, or an age that the holder's clock cannot express
    }
    return notBefore != null && start.isBefore(notBefore) ? notBefore : start;
  }

  private void watch() {
    try {
      startThread("process-follower", this::recordExit);
    } catch (Throwable noThread) {
      holder.markOver(generation.number, ProcessStatus.FAILED, OptionalInt.empty());
      throw noThread;
    }
  }

  private void recordExit() {
    OptionalInt exitCode;
    try {
      awaitExit(Long.MAX_VALUE);
      exitCode = target.exitCode();
    } catch (Throwable thrown) { // by a user's own Process
      holder.markOver(generation.number, lastStatus(OptionalInt.empty()), OptionalInt.empty());
      holder.report(this, thrown);
      return;
    }
    holder.markOver(generation.number, lastStatus(exitCode), exitCode);
  }

  private ProcessStatus lastStatus(OptionalInt exitCode) {
    if (stopRequests.get() > 0) {
      return ProcessStatus.STOPPED;
    }
    return exitCode.equals(OptionalInt.of(0)) ? ProcessStatus.SUCCESS : ProcessStatus.FAILED;
  }

  private boolean awaitExit(long nanos) {
    long start = System.nanoTime();
    long left = nanos;
    for (; ; ) {
      try {
        return target.awaitExit(left);
      } catch (InterruptedException stray) {
        left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start);
      }
    }
  }

  private static boolean awaitEnd(List<ProcessHandle> handles, long start, long nanos) {
    long pause = FIRST_POLL_NANOS;
    while (handles.stream().anyMatch(ProcessHandle::isAlive)) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(handles, Math.min(pause, left));
      var unused = Thread.interrupted();
      pause = Math.min(2 * pause, LONGEST_POLL_NANOS);
    }
    return true;
  }

  @SuppressWarnings("ThreadPriorityCheck") // or the thread inherits the priority of a JDK thread
  private void startThread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name + " " + processName(), 0, false);
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY);
    thread.start();
  }

  private String processName() {
    try {
      return String.valueOf(pid());
    } catch (UnsupportedOperationException unknown) {
      return "of " + process().getClass().getName(); // a user's own Process
    }
  }

  /**
   * Returns the follower of a holder's current generation. It is set before listeners are told of
   * {@code RUNNING}, and stays until the holder is restarted.
   *
   * @param holder the holder
   * @return the follower, or null if the current generation has none
   */
  public static @Nullable ProcessFollower of(ProcessStatusHolder holder) {
    return (ProcessFollower) requireNonNull(holder, "holder").follower();
  }

  /**
   * Returns the followed process.
   *
   * @return the process, as given or started
   * @throws IllegalStateException if this follows a {@link ProcessHandle}, see {@link #handle}
   */
  public Process process() {
    if (target instanceof Child child) {
      return child.process();
    }
    throw new IllegalStateException("process must have been started by this JVM, was " + target);
  }

  /**
   * Returns the handle of the followed process.
   *
   * @return the handle
   */
  public ProcessHandle handle() {
    return target.handle();
  }

  /**
   * Returns the process id given by the operating system.
   *
   * @return the process id
   */
  public long pid() {
    return target instanceof Child child ? child.process().pid() : target.handle().pid();
  }

  /**
   * Returns a future that completes when the process has ended and its holder says so. It may be
   * cancelled freely. The holder forgets it, and its dependents run, as described for {@link
   * ProcessStatusHolder#whenReached}.
   *
   * @return completes with the last snapshot of the generation
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return holder.whenOver(generation);
  }

  /**
   * Asks the process to end, as {@link Process#destroy()} does. Once it has ended, it is {@code
   * STOPPED}. Does nothing if the process is already dead.
   */
  public void stop() {
    end(false);
  }

  /**
   * Kills the process, as {@link Process#destroyForcibly()} does. Once it has ended, it is {@code
   * STOPPED}. Does nothing if the process is already dead.
   */
  public void kill() {
    end(true);
  }

  /**
   * Asks the process to end, and kills it if it has not ended in time. This call does not wait.
   * Unless the grace is zero, a daemon thread named {@code process-stopper} waits instead, and ends
   * with the process or the grace. Does nothing if the process is already dead.
   *
   * @param grace how long the process may take to end by itself; zero kills it at once, 292 years
   *     or more never do
   * @return as {@link #whenOver}; cancelling it does not stop the request
   * @throws IllegalArgumentException if {@code grace} is negative
   */
  public CompletableFuture<ProcessSnapshot> stop(Duration grace) {
    long nanos = Arguments.requireNanos(grace, "grace");
    end(nanos == 0);
    if (nanos > 0 && nanos < Long.MAX_VALUE && target.isAlive()) {
      startThread("process-stopper", () -> killAfter(nanos));
    }
    return whenOver();
  }

  private void killAfter(long nanos) {
    if (!awaitExit(nanos)) {
      kill();
    }
  }

  /**
   * Asks the process and all its descendants to end, and kills those that have not ended in time.
   * Otherwise as {@link #stop(Duration)}.
   *
   * <p>The descendants are those that {@link ProcessHandle#descendants()} gives before the process
   * is asked to end, and their descendants when the time is up. A descendant whose parent died
   * before this call belongs to another process and is not found. No descendants are found if this
   * process itself is dead. A descendant that is dead but not reaped by its parent counts as alive
   * until the time is up.
   *
   * @param grace how long all of them together may take to end by themselves; zero kills them at
   *     once, 292 years or more never do
   * @return completes with the last snapshot of the generation once the process is over and each
   *     descendant has ended or has been killed; dependents may run on the thread that stops them
   * @throws IllegalArgumentException if {@code grace} is negative
   * @throws UnsupportedOperationException if the system cannot list descendants
   */
  public CompletableFuture<ProcessSnapshot> stopTree(Duration grace) {
    long nanos = Arguments.requireNanos(grace, "grace");
    List<ProcessHandle> descendants = target.handle().descendants().toList();
    end(false); // the parent first, or it would replace its children as they end
    descendants.forEach(ProcessHandle::destroy);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    if (nanos == 0) {
      killAll(descendants);
      ended.complete(null);
    } else {
      startThread("process-stopper", () -> awaitOrKill(descendants, nanos, ended));
    }
    return whenOver().thenCombine(ended, (last, none) -> last);
  }

  private void awaitOrKill(
      List<ProcessHandle> descendants, long nanos, CompletableFuture<Void> ended) {
    try {
      long start = System.nanoTime();
      if (!awaitExit(nanos) || !awaitEnd(descendants, start, nanos)) {
        killAll(descendants);
      }
    } finally {
      ended.complete(null);
    }
  }

  private void killAll(List<ProcessHandle> descendants) {
    List<ProcessHandle> all = new ArrayList<>(descendants);
    target.handle().descendants().forEach(all::add);
    descendants.forEach(each -> each.descendants().forEach(all::add));
    kill();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private void end(boolean forcibly) {
    if (!target.isAlive()) {
      return;
    }
    stopRequests.getAndIncrement();
    boolean sent = false;
    try {
      sent = target.end(forcibly);
    } finally {
      if (!sent) {
        stopRequests.getAndDecrement();
      }
    }
  }
}
