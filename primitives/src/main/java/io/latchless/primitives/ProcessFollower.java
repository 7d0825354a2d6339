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
 * Follows a process of the operating system and writes what becomes of it into a {@link
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
 * process-follower} and the process id, that waits for the exit, records it and ends. The JDK's
 * common pool has no part in that, so that tasks which block there hide no exit. The thread is
 * started before any listener is told that the process runs, so a listener that blocks hides none
 * either. Unless the holder has an executor, {@code RUNNING} is told on the thread that called
 * {@code start} or {@code follow}, which return afterwards, and the end on the follower's thread.
 * Each follower has its own, so what blocks there holds back no other process.
 *
 * <p><b>The last status.</b> A process that was alive when {@link #stop()} or {@link #kill()} was
 * called is {@code STOPPED}, whatever its exit code. One that ended by itself between that call and
 * the arrival of the signal is too, since nothing tells the two apart. A process that was known to
 * be dead before the call, because {@link Process#isAlive()} was false, is {@code SUCCESS} or
 * {@code FAILED} by its exit code, and so is one that somebody else kills. One that cannot be
 * started is {@code FAILED} without start and exit code. No exit code is to be had of a {@link
 * ProcessHandle}: what ends by itself is {@code FAILED} with a start and without an exit code.
 *
 * <p><b>Times.</b> The start is that of the operating system where {@link ProcessHandle.Info} gives
 * one. On Linux that is up to a second too early, so a process that {@code start} starts has not
 * started before that call. The end is when the exit was noticed, and never before the start.
 *
 * <p><b>Output.</b> A child blocks once it has filled the pipe of an output that nobody reads, 64
 * KiB on Linux, and then neither goes on nor ends. Read its streams, or redirect both to a file, to
 * {@link ProcessBuilder.Redirect#INHERIT} or to {@link ProcessBuilder.Redirect#DISCARD}. Children
 * outlive this JVM unless they are stopped.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number may use it
 *   <tr><th scope="row">Progress<td>{@code process}, {@code handle}, {@code pid}, {@code of}: wait-free;
 *       {@code whenOver}: as of the holder; {@code start}, {@code follow}, {@code stop}, {@code stopTree}
 *       and {@code kill} take as long as the operating system
 *   <tr><th scope="row">Linearizable<td>not applicable: the holder is
 *   <tr><th scope="row">Happens-before<td>a request to stop happens before the status that it leads to
 *   <tr><th scope="row">Allocation<td>a thread and a few small objects for each process followed
 * </table>
 */
public final class ProcessFollower {
  /*
   * The request to stop is counted before the signal is sent, so that an exit caused by the signal
   * finds it, and is taken back where no signal could be sent. It is not counted for a process that
   * is known to be dead, so a late request does not overwrite the reason of an exit.
   *
   * The exit is recorded by the thread that waited for it. No user code runs on that thread before:
   * what interrupts it is a stray, and is ignored.
   */

  private static final long FIRST_LOOK_AGAIN = 1_000_000;
  private static final long LAST_LOOK_AGAIN = 200_000_000;

  /** A process, or the handle of one. */
  private sealed interface Target {
    ProcessHandle handle();

    boolean isAlive();

    /** Sends a signal, and returns whether that could be done. */
    boolean end(boolean forcibly);

    /** Waits for the exit, or until the time is up and returns false. */
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

  /** Somebody else's child: it can only be looked at again and again. */
  private record Stranger(ProcessHandle handle) implements Target {
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
   * Starts a process and follows it, in the holder's current generation.
   *
   * @param holder where its status is written; must be pending
   * @param builder describes the process; see above for its output
   * @return the follower
   * @throws IOException if it could not be started; the holder is then {@code FAILED}, and can be
   *     restarted
   * @throws IllegalStateException if the holder is not pending, or ceased to be while the process
   *     was being started; then the process has been killed
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
    return follow(holder, holder.requirePending(), new Child(process), null);
  }

  /**
   * Follows a process that this JVM did not start, such as a child that has survived its
   * supervisor, in the holder's current generation. Its exit code cannot be learnt. Its end is
   * noticed within a fifth of a second, by looking; one that is dead and not yet reaped by its
   * parent counts as alive.
   *
   * @param holder where its status is written; must be pending
   * @param handle the process, which may have ended meanwhile
   * @return the follower
   * @throws IllegalStateException if the holder is not pending; the process goes on
   * @throws IllegalArgumentException if it is the current process
   */
  public static ProcessFollower follow(ProcessStatusHolder holder, ProcessHandle handle) {
    requireNonNull(holder, "holder");
    requireNonNull(handle, "handle");
    if (handle.equals(ProcessHandle.current())) {
      throw new IllegalArgumentException(
          "handle must be of another process, was the current one, " + handle.pid());
    }
    return follow(holder, holder.requirePending(), new Stranger(handle), null);
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

  /** The start by the holder's clock, which need not be the one that the system goes by. */
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
      start = now; // a Process of somebody's own making, or an age beyond the holder's time
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
    } catch (Throwable thrown) { // by a Process of somebody's own making
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
    long pause = FIRST_LOOK_AGAIN;
    while (handles.stream().anyMatch(ProcessHandle::isAlive)) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(handles, Math.min(pause, left));
      var unused = Thread.interrupted();
      pause = Math.min(2 * pause, LAST_LOOK_AGAIN);
    }
    return true;
  }

  @SuppressWarnings("ThreadPriorityCheck") // lest it inherits that of a thread of the JDK
  private void startThread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name + " " + nameOfProcess(), 0, false);
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY);
    thread.start();
  }

  private String nameOfProcess() {
    try {
      return String.valueOf(pid());
    } catch (UnsupportedOperationException unknown) {
      return "of " + process().getClass().getName(); // somebody's own making
    }
  }

  /**
   * Returns the follower of a holder's current generation. It is there by the time that a listener
   * is told of {@code RUNNING}, and until the holder is restarted.
   *
   * @param holder the holder
   * @return the follower, or null if no follower has started or taken over a process in it
   */
  public static @Nullable ProcessFollower of(ProcessStatusHolder holder) {
    return (ProcessFollower) requireNonNull(holder, "holder").follower();
  }

  /**
   * Returns the process that is followed.
   *
   * @return the process
   * @throws IllegalStateException if a {@link ProcessHandle} is followed, see {@link #handle}
   */
  public Process process() {
    if (target instanceof Child child) {
      return child.process();
    }
    throw new IllegalStateException("process must have been started by this JVM, was " + target);
  }

  /**
   * Returns the handle of the process that is followed.
   *
   * @return the handle
   */
  public ProcessHandle handle() {
    return target.handle();
  }

  /**
   * Returns the id that the operating system has given the process.
   *
   * @return the process id
   */
  public long pid() {
    return target instanceof Child child ? child.process().pid() : target.handle().pid();
  }

  /**
   * Returns a future of the process having ended and its holder saying so. It may be cancelled
   * freely; it is forgotten, and its dependents run, as those of {@link
   * ProcessStatusHolder#whenReached}.
   *
   * @return completed with the last snapshot of the generation
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return holder.whenOver(generation);
  }

  /**
   * Asks the process to end, as {@link Process#destroy()} does; it is {@code STOPPED} once it has.
   * If it is dead already, nothing happens.
   */
  public void stop() {
    end(false);
  }

  /**
   * Makes the process end, as {@link Process#destroyForcibly()} does; it is {@code STOPPED} then.
   * If it is dead already, nothing happens.
   */
  public void kill() {
    end(true);
  }

  /**
   * Asks the process to end, and makes it end if it has not done so in time. This call does not
   * wait: unless the grace is zero, a daemon thread of its own named {@code process-stopper} does,
   * and ends with the process or the grace. If the process is dead already, nothing happens.
   *
   * @param grace how long it may take to end by itself; zero kills it at once, 292 years or more
   *     never do
   * @return as {@link #whenOver}; cancelling it calls nothing off
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
   * Asks the process and all its descendants to end, and makes those end that have not done so in
   * time; otherwise as {@link #stop(Duration)}.
   *
   * <p>The descendants are those that {@link ProcessHandle#descendants()} gives before the process
   * is asked, and theirs when the time is up. A descendant whose parent has died before this call
   * belongs to another process, and is not found; nor is any if this process itself is dead. One
   * that is dead and not reaped by its parent counts as alive until the time is up.
   *
   * @param grace how long all of them may take together to end by themselves; zero kills them at
   *     once, 292 years or more never do
   * @return completed with the last snapshot of the generation once the process is over and each
   *     descendant has ended or has been made to; dependents may run on the thread that stops them
   * @throws IllegalArgumentException if {@code grace} is negative
   * @throws UnsupportedOperationException if the system does not tell of descendants
   */
  public CompletableFuture<ProcessSnapshot> stopTree(Duration grace) {
    long nanos = Arguments.requireNanos(grace, "grace");
    List<ProcessHandle> descendants = target.handle().descendants().toList();
    end(false); // first, so that it does not replace a child that has ended
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
