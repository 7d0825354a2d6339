package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.PendingFutures;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the status, start time, end time and exit code of a process as one consistent tuple, over
 * any number of restarts.
 *
 * <pre>{@code
 * ProcessStatusHolder holder = new ProcessStatusHolder();
 * ProcessFollower.start(holder, new ProcessBuilder("worker"));
 * holder.addListener((from, to) -> log(from.status() + " -> " + to));
 * ProcessSnapshot last = holder.whenOver().get();
 * holder.restart(last.generation());
 * }</pre>
 *
 * <p>Within a generation the status follows {@link ProcessStatus#lifecycle()}. A restart begins a
 * new generation, in {@code PENDING} with no times and no exit code. It is the only way out of a
 * terminal status. Every writer names the generation that it means, so a late report of an earlier
 * process's exit cannot end a later one. A writer that comes too late gets {@code false} and
 * changes nothing.
 *
 * <p>Waiting and listening are as in {@link StatusHolder}; listeners see the generations as one
 * sequence. {@code awaitReached}, {@code whenReached} and {@code whenOver} refer to the generation
 * that is current when they are called. With an executor, listeners and the dependents of futures
 * run there. The thread that causes a transition wakes waiting threads and settles futures in
 * either case.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code status}: wait-free; {@code markRunning},
 *       {@code markExited}, {@code markStopped}, {@code markFailed}, {@code restart}: lock-free
 *       until they are published, then the thread may run listeners and dependents, which take as
 *       long as they take, unless an executor runs them; {@code await} and {@code awaitReached}
 *       block. {@code whenReached} and {@code addListener} are lock-free; then the thread may run
 *       listeners
 *   <tr><th scope="row">Linearizable<td>yes, every operation, at the publication of the snapshot;
 *       {@code waiterCount} is an estimate
 *   <tr><th scope="row">Happens-before<td>actions before a transition happen before actions after
 *       another thread has read that snapshot or a later one, was woken by it, runs a stage of a
 *       future that it completes, or runs in a listener that is told of it; volatile semantics
 *       throughout
 *   <tr><th scope="row">Allocation<td>none in reads; a transition allocates its snapshot, about 130
 *       bytes; a wait allocates only if it has to park, {@code whenReached} its future, collectable
 *       once it is cancelled or a timed {@code get} of it has given up, {@code addListener} its
 *       subscription
 *   <tr><th scope="row">Complexity<td>constant; a transition takes one more step for each waiter
 *       and listener
 *   <tr><th scope="row">Memory<td>about 800 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">Empty or false means<td>of a wait: the time is up, or the status cannot be
 *       reached in this generation any more; of a transition: the generation is over or the status
 *       does not allow it, and nothing was changed
 * </table>
 *
 * @since 0.1.0
 */
public final class ProcessStatusHolder {
  /*
   * ONE NODE holds the whole tuple, so that a single compare-and-set replaces it. Beside the public
   * snapshot it holds, as bits, the statuses that its generation has passed through, and the
   * generation as an object.
   *
   *     node      v0        v1        v2        v3        v4
   *     status    PENDING   RUNNING   FAILED    PENDING   RUNNING
   *               |------ generation 0 -----|   |------ generation 1 ...
   *                                   ^
   *                                   +-- generation 0's last, set before v3 is published
   *
   * THE GENERATION OBJECT is what a waiter keeps. If the waiter wakes only after one or more
   * restarts, it reads there how its generation ended. The writer of a restart stores the last node
   * in it before publishing the restart. Several writers may race to do so, and all store the same
   * node.
   *
   * LATE ANNOUNCEMENTS. A writer may stall for whole generations between publishing a node and
   * announcing it. So waiters of one generation are also told of nodes from earlier generations,
   * which decide nothing.
   *
   * ORDER. A writer first wakes the waiting threads and settles the futures, which runs no user
   * code. Listeners and the futures' dependents run afterwards, in the executor if there is one.
   *
   * A node also holds the follower of its generation's process. Its type is not named here because
   * the follower depends on the holder.
   */

  static final class Generation {
    final long number;
    @Nullable Version last;

    Generation(long number) {
      this.number = number;
    }
  }

  private static final class Version extends VersionNode<Version> {
    final ProcessSnapshot snapshot;
    final Generation generation;
    final int reached;
    final @Nullable Object follower;

    /** Creates the first node of a generation. */
    Version(ProcessSnapshot pending, @Nullable Version previous) {
      super(previous);
      this.snapshot = pending;
      this.generation = new Generation(pending.generation());
      this.reached = bit(pending.status());
      this.follower = null;
    }

    /** Creates a further node of the same generation. */
    Version(ProcessSnapshot snapshot, Version previous, @Nullable Object follower) {
      super(previous);
      this.snapshot = snapshot;
      this.generation = previous.generation;
      this.reached = previous.reached | bit(snapshot.status());
      this.follower = follower;
    }

    @Override
    long version() {
      return snapshot.version();
    }

    boolean isBefore(Generation other) {
      return generation.number < other.number;
    }

    /** Returns this node, or the last node of the given generation if that is over. */
    @SuppressWarnings("NullAway") // last is set before a node of a later generation is published
    Version within(Generation wanted) {
      return generation == wanted ? this : wanted.last;
    }

    boolean hasReached(ProcessStatus status) {
      return (reached & bit(status)) != 0;
    }

    boolean decides(ProcessStatus status, Generation wanted) {
      if (isBefore(wanted)) {
        return false;
      }
      Version last = within(wanted);
      return last.hasReached(status)
          || !ProcessStatus.lifecycle().canReach(last.snapshot.status(), status);
    }

    boolean isOver(Generation wanted) {
      return !isBefore(wanted) && within(wanted).snapshot.status().isOver();
    }

    @SuppressWarnings("EnumOrdinal") // the mask lives no longer than the enum
    private static int bit(ProcessStatus status) {
      return 1 << status.ordinal();
    }
  }

  /** Runs tasks on the thread that causes a transition. */
  private static final Executor CALLER = Runnable::run;

  private final InstantSource clock;
  private final ListenerErrorHandler errors;
  private final Executor executor;
  private final VersionChain<Version> chain;
  private final Waiters<Version> waiters = new Waiters<>();
  private final PendingFutures<Version> futures = new PendingFutures<>();
  private final ChangeFeed<Version, ProcessListener> feed;

  /**
   * Creates a holder of a pending process that uses the system clock and logs exceptions of
   * listeners. Listeners and futures are told on the threads that cause transitions.
   */
  public ProcessStatusHolder() {
    this(InstantSource.system(), ListenerErrorHandler.logging());
  }

  /**
   * Creates a holder of a pending process that tells listeners and futures on the threads that
   * cause transitions.
   *
   * @param clock the source of start and end times, read by the thread that causes a transition
   * @param errors receives the exceptions of listeners
   */
  public ProcessStatusHolder(InstantSource clock, ListenerErrorHandler errors) {
    this(clock, errors, CALLER);
  }

  /**
   * Creates a holder of a pending process that tells listeners and futures through an executor.
   *
   * @param clock the source of start and end times, read by the thread that causes a transition; if
   *     it throws, a {@link ProcessFollower} uses the system clock
   * @param errors receives the exceptions of listeners and of the executor
   * @param executor receives one task for each transition, after the transition has been published
   *     and waiting threads have been woken. It must run every task that it accepts. If it throws,
   *     as an executor does that has been shut down, the thread that caused the transition runs the
   *     task
   */
  public ProcessStatusHolder(InstantSource clock, ListenerErrorHandler errors, Executor executor) {
    this.clock = requireNonNull(clock, "clock");
    this.errors = requireNonNull(errors, "errors");
    this.executor = requireNonNull(executor, "executor");
    this.chain = new VersionChain<>(new Version(pending(0, 0), null));
    this.feed =
        new ChangeFeed<>(
            chain,
            new ChangeFeed.Delivery<>() {
              @Override
              public void start(ProcessListener listener, Version node) {
                listener.onStart(node.snapshot);
              }

              @Override
              public void change(ProcessListener listener, Version from, Version to) {
                listener.onTransition(from.snapshot, to.snapshot);
              }
            },
            errors);
  }

  private static ProcessSnapshot pending(long generation, long version) {
    return new ProcessSnapshot(
        ProcessStatus.PENDING, generation, version, null, null, OptionalInt.empty());
  }

  /**
   * Returns the current snapshot.
   *
   * @return status, times, exit code and generation of one moment
   */
  public ProcessSnapshot get() {
    return chain.current().snapshot;
  }

  /**
   * Returns the current status. Use {@link #get()} if it must belong to other values that are read.
   *
   * @return the status, never null
   */
  public ProcessStatus status() {
    return get().status();
  }

  /**
   * Records that the process has been started: from {@code PENDING} to {@code RUNNING}.
   *
   * @param generation the generation that the caller means
   * @return false if that generation is over or its process is not pending
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean markRunning(long generation) {
    return mark(generation, ProcessStatus.RUNNING, OptionalInt.empty());
  }

  /**
   * Records that the process has ended by itself: from {@code RUNNING} to {@code SUCCESS} or {@code
   * FAILED}.
   *
   * @param generation the generation that the caller means
   * @param exitCode its exit code; 0 is success
   * @return false if that generation is over or its process is not running
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean markExited(long generation, int exitCode) {
    ProcessStatus to = exitCode == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED;
    return mark(generation, to, OptionalInt.of(exitCode));
  }

  /**
   * Records that the process has been stopped, or called off before it was started: to {@code
   * STOPPED}.
   *
   * @param generation the generation that the caller means
   * @return false if that generation is over
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean markStopped(long generation) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.empty());
  }

  /**
   * Records that the process has been stopped: from {@code RUNNING} to {@code STOPPED}.
   *
   * @param generation the generation that the caller means
   * @param exitCode its exit code
   * @return false if that generation is over or its process is not running
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean markStopped(long generation, int exitCode) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.of(exitCode));
  }

  /**
   * Records that the process could not be started, or was lost: to {@code FAILED} without an exit
   * code.
   *
   * @param generation the generation that the caller means
   * @return false if that generation is over
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean markFailed(long generation) {
    return mark(generation, ProcessStatus.FAILED, OptionalInt.empty());
  }

  /**
   * Begins the next generation, in {@code PENDING}.
   *
   * @param generation the generation to succeed
   * @return false if its process is not over, or another restart came first
   * @throws IllegalArgumentException if no such generation has begun
   */
  public boolean restart(long generation) {
    int losses = 0;
    for (; ; ) {
      Version seen = chain.current();
      if (!isCurrent(generation, seen.snapshot) || !seen.snapshot.status().isOver()) {
        return false;
      }
      seen.generation.last = seen;
      Version next = new Version(pending(generation + 1, seen.version() + 1), seen);
      if (tryAppend(seen, next)) {
        announce(next);
        return true;
      }
      chain.pause(losses++);
    }
  }

  /** Returns the current generation, or throws if the holder is not pending. */
  Generation requirePending() {
    Version now = chain.current();
    if (now.snapshot.status() != ProcessStatus.PENDING) {
      throw notPending();
    }
    return now.generation;
  }

  IllegalStateException notPending() {
    return new IllegalStateException("holder must be PENDING, was " + get());
  }

  /** Returns the time of this holder's clock, or of the system clock if that throws. */
  Instant now() {
    try {
      return requireNonNull(clock.instant(), "clock");
    } catch (Throwable broken) {
      return Instant.now();
    }
  }

  /**
   * Marks a followed process as running.
   *
   * @param published runs after the transition has been published and before it is announced
   */
  boolean markRunning(long generation, Instant start, Object follower, Runnable published) {
    Version next = publish(generation, ProcessStatus.RUNNING, OptionalInt.empty(), start, follower);
    if (next == null) {
      return false;
    }
    try {
      published.run();
    } finally {
      announce(next);
    }
    return true;
  }

  /** Marks a followed process as over, even if the clock throws. */
  void markOver(long generation, ProcessStatus to, OptionalInt exitCode) {
    Version next = publish(generation, to, exitCode, now(), null);
    if (next != null) {
      announce(next);
    }
  }

  /** Returns the follower of the current generation's process, or null. */
  @Nullable Object follower() {
    return chain.current().follower;
  }

  void report(Object thrower, Throwable thrown) {
    try {
      errors.onError(thrower, thrown);
    } catch (Throwable second) {
      ListenerErrorHandler.logging().onError(errors, second);
    }
  }

  private boolean mark(long generation, ProcessStatus to, OptionalInt exitCode) {
    Version next = publish(generation, to, exitCode, null, null);
    if (next == null) {
      return false;
    }
    announce(next);
    return true;
  }

  /**
   * Publishes a transition without announcing it.
   *
   * @param at the time of the transition; null uses the clock
   * @param follower the follower to store; null keeps the current one
   * @return null if the generation is over or its status does not allow the transition
   */
  private @Nullable Version publish(
      long generation,
      ProcessStatus to,
      OptionalInt exitCode,
      @Nullable Instant at,
      @Nullable Object follower) {
    int losses = 0;
    for (; ; ) {
      Version seen = chain.current();
      ProcessSnapshot before = seen.snapshot;
      boolean exitWithoutStart = exitCode.isPresent() && before.start() == null;
      if (!isCurrent(generation, before)
          || !ProcessStatus.lifecycle().allows(before.status(), to)
          || exitWithoutStart) {
        return null;
      }
      Instant now = at == null ? clock.instant() : at;
      Instant start = to == ProcessStatus.RUNNING ? now : before.start();
      Instant end = start != null && now.isBefore(start) ? start : now;
      ProcessSnapshot snapshot =
          new ProcessSnapshot(
              to, generation, before.version() + 1, start, to.isOver() ? end : null, exitCode);
      Version next = new Version(snapshot, seen, follower == null ? seen.follower : follower);
      if (tryAppend(seen, next)) {
        return next;
      }
      chain.pause(losses++);
    }
  }

  private static boolean isCurrent(long generation, ProcessSnapshot now) {
    if (generation < 0 || generation > now.generation()) {
      throw new IllegalArgumentException(
          "generation must be from 0 to %d, was %d".formatted(now.generation(), generation));
    }
    return generation == now.generation();
  }

  private boolean tryAppend(Version seen, Version next) {
    if (waiters.count() + futures.count() > 0) {
      StackRoom.require();
    }
    return chain.tryAppend(seen, next);
  }

  /** Wakes waiting threads and settles futures, before any user code runs. */
  private void announce(Version node) {
    waiters.changed(node);
    futures.decide(node);
    try {
      if (executor == CALLER) {
        tell(node);
      } else {
        tellByExecutor(node);
      }
    } catch (VirtualMachineError leftToTheNextDelivery) {
      return;
    }
  }

  private void tellByExecutor(Version node) {
    try {
      executor.execute(() -> tell(node));
    } catch (Throwable refused) {
      try {
        tell(node);
      } finally {
        report(executor, refused);
      }
    }
  }

  private void tell(Version node) {
    try {
      futures.passOn();
    } finally {
      feed.appended(node);
    }
  }

  /**
   * Waits, without a time limit, until the current snapshot satisfies a condition.
   *
   * @param condition as for {@link #await(Predicate, Duration)}
   * @return the snapshot that satisfied it
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public ProcessSnapshot await(Predicate<? super ProcessSnapshot> condition)
      throws InterruptedException {
    return await(condition, ChronoUnit.FOREVER.getDuration()).orElseThrow();
  }

  /**
   * Waits until the current snapshot satisfies a condition. It may miss a snapshot that comes and
   * goes between two looks; {@link #awaitReached} misses none.
   *
   * @param condition tested on this thread, against the current snapshot each time it has changed;
   *     the wait does not end while it blocks; its exceptions end the wait and are passed on
   * @param timeout how long to wait at most; zero tests once; 292 years or more are no limit
   * @return the snapshot that satisfied it, or empty if the time was up
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public Optional<ProcessSnapshot> await(
      Predicate<? super ProcessSnapshot> condition, Duration timeout) throws InterruptedException {
    requireNonNull(condition, "condition");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Version found =
        waiters.await(chain::current, node -> true, node -> condition.test(node.snapshot), nanos);
    return Optional.ofNullable(found).map(node -> node.snapshot);
  }

  /**
   * Waits, without a time limit, until the current generation has reached a status, even if it has
   * been left again.
   *
   * @param status the status to wait for
   * @return true if it has been reached; false if this generation cannot reach it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @CheckReturnValue
  public boolean awaitReached(ProcessStatus status) throws InterruptedException {
    return awaitReached(status, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * Waits until the current generation has reached a status, even if it has been left again.
   *
   * @param status the status to wait for
   * @param timeout how long to wait at most; zero looks once; 292 years or more are no limit
   * @return true if it has been reached; false if the time was up or this generation cannot reach
   *     it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  @CheckReturnValue
  public boolean awaitReached(ProcessStatus status, Duration timeout) throws InterruptedException {
    requireNonNull(status, "status");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Generation mine = chain.current().generation;
    Predicate<Version> decided = node -> node.decides(status, mine);
    Version found = waiters.await(chain::current, decided, decided, nanos);
    return found != null && found.within(mine).hasReached(status);
  }

  /**
   * Returns a future that completes when the current generation has reached a status.
   *
   * <p>The holder forgets the future once it is done or cancelled. It also forgets a future on
   * which a timed or interrupted {@code get} has given up, if the future has no dependents and the
   * program holds no reference to it. To pass such a future to {@code allOf} or {@code anyOf}
   * afterwards, keep a reference to it until it is done.
   *
   * <p>Its dependents run on the thread that causes the transition, or in this holder's executor.
   * Dependents added to a future that is done run on the thread that adds them. A dependent that
   * blocks delays the listeners of that transition, but no status and no thread that waits for one.
   *
   * @param status the status to wait for
   * @return completes with the snapshot of that generation that was current when the status was
   *     found to have been reached, which may be a later one; completes with {@link
   *     StateUnreachableException} once that generation cannot reach it any more
   */
  public CompletableFuture<ProcessSnapshot> whenReached(ProcessStatus status) {
    requireNonNull(status, "status");
    Generation mine = chain.current().generation;
    return futures.when(
        chain::current,
        node -> node.decides(status, mine),
        (node, future) -> {
          Version last = node.within(mine);
          if (last.hasReached(status)) {
            future.complete(last.snapshot);
          } else {
            future.completeExceptionally(
                new StateUnreachableException(status, last.snapshot.status()));
          }
        });
  }

  /**
   * Returns a future that completes when the current generation is over. The holder forgets it, and
   * its dependents run, as described for {@link #whenReached}.
   *
   * @return completes with that generation's last snapshot
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return whenOver(chain.current().generation);
  }

  CompletableFuture<ProcessSnapshot> whenOver(Generation mine) {
    return futures.when(
        chain::current,
        node -> node.isOver(mine),
        (node, future) -> future.complete(node.within(mine).snapshot));
  }

  /**
   * Adds a listener. Its first call receives the current snapshot, and each later call one
   * transition or restart from there on.
   *
   * <p>The first call runs on this thread, which also makes calls that are due to other listeners
   * at that moment. Later calls run on the threads that cause transitions, or in this holder's
   * executor. A listener that blocks delays later calls of all listeners, but no status, no thread
   * that waits for one and no other holder.
   *
   * @param listener the listener; if added twice, it is called twice
   * @return closing it removes the listener
   */
  public Subscription addListener(ProcessListener listener) {
    return feed.subscribe(requireNonNull(listener, "listener"));
  }

  /**
   * Returns how many threads and futures are waiting, for monitoring.
   *
   * @return an estimate while waiters come and go, exact otherwise
   */
  public int waiterCount() {
    return waiters.count() + futures.count();
  }

  /**
   * Returns the current snapshot for a log line.
   *
   * @return for example {@code ProcessStatusHolder[FAILED exit=3 generation=0]}
   */
  @Override
  public String toString() {
    ProcessSnapshot now = get();
    String exit = now.exitCode().isPresent() ? " exit=" + now.exitCode().getAsInt() : "";
    return "ProcessStatusHolder[%s%s generation=%d]"
        .formatted(now.status(), exit, now.generation());
  }
}
