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
 * The status of a process with its start time, end time and exit code, which are always read as one
 * consistent tuple, over any number of restarts.
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
 * new generation, in {@code PENDING} with nothing else set; it is the only way on from a terminal
 * status. Every writer names the generation that it speaks of, so that the exit of an earlier
 * process that is learnt late cannot end a later one. A writer that comes too late is told so by
 * {@code false} and changes nothing.
 *
 * <p>Waiting and listening are as in {@link StatusHolder}; listeners see the generations in one
 * sequence. {@code awaitReached}, {@code whenReached} and {@code whenOver} speak of the generation
 * that is current when they are called. A holder that is given an executor has it run the listeners
 * and the dependents of futures. The thread that causes the transition wakes waiting threads and
 * settles futures in any case.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code status}: wait-free; {@code markRunning}, {@code
 *       markExited}, {@code markStopped}, {@code markFailed}, {@code restart}: lock-free until they are
 *       published; then the thread may run listeners and dependents, which take as long as they take,
 *       unless an executor does; {@code await} and {@code awaitReached} block
 *   <tr><th scope="row">Linearizable<td>yes, every operation, at the publication of the snapshot
 *   <tr><th scope="row">Happens-before<td>what a thread did before a transition happens before what
 *       another does after it has read that snapshot or a later one, was woken by it, or runs in a
 *       listener that is told of it; volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none in reads; a transition allocates its snapshot, about 130 bytes
 *   <tr><th scope="row">Complexity<td>constant, plus one step a waiter and listener for a transition
 *   <tr><th scope="row">Memory<td>about 800 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">Empty or false means<td>of a wait: the time is up, or the status cannot be
 *       reached in this generation any more; of a transition: the generation is over or the status does not
 *       allow it, and nothing was changed
 * </table>
 */
public final class ProcessStatusHolder {
  /*
   * One link holds the whole tuple, so that it changes by one compare-and-set. Beside the public
   * snapshot it holds which statuses its generation has passed through, as bits, and the generation
   * as an object. A waiter keeps that object. If it wakes only after a restart, or several, it reads
   * from it how its generation ended: the writer of a restart notes that there before it publishes.
   * Several may race to do so, and write the same.
   *
   * A writer may be held up between publishing a link and announcing it, for whole generations, so
   * those who wait for a generation are also told of links from before it, which decide nothing.
   *
   * A writer wakes the threads that wait and settles the futures, which runs no user code. After
   * that listeners and the futures' dependents run, through the executor if there is one.
   *
   * A link also holds the follower of its generation's process. Its type is not named here, because
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

    /** The first of a generation. */
    Version(ProcessSnapshot pending, @Nullable Version previous) {
      super(previous);
      this.snapshot = pending;
      this.generation = new Generation(pending.generation());
      this.reached = bit(pending.status());
      this.follower = null;
    }

    /** A further one of the same generation. */
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

    /** This link, or the last of the given generation if that is over and done. */
    @SuppressWarnings("NullAway") // noted before any link of another generation was published
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

    @SuppressWarnings("EnumOrdinal") // a mask that lives no longer than the enum
    private static int bit(ProcessStatus status) {
      return 1 << status.ordinal();
    }
  }

  /** Stands for the thread that causes a transition. */
  private static final Executor CALLER = Runnable::run;

  private final InstantSource clock;
  private final ListenerErrorHandler errors;
  private final Executor executor;
  private final VersionChain<Version> chain;
  private final Waiters<Version> waiters = new Waiters<>();
  private final PendingFutures<Version> futures = new PendingFutures<>();
  private final ChangeFeed<Version, ProcessListener> feed;

  /**
   * Creates a holder of a pending process, on the system's clock, that logs what listeners throw
   * and tells listeners and futures on the threads that cause transitions.
   */
  public ProcessStatusHolder() {
    this(InstantSource.system(), ListenerErrorHandler.logging());
  }

  /**
   * Creates a holder of a pending process that tells listeners and futures on the threads that
   * cause transitions.
   *
   * @param clock the source of start and end times, read by the thread that causes a transition
   * @param errors is told of listeners that throw
   */
  public ProcessStatusHolder(InstantSource clock, ListenerErrorHandler errors) {
    this(clock, errors, CALLER);
  }

  /**
   * Creates a holder of a pending process that tells listeners and futures through an executor.
   *
   * @param clock the source of start and end times, read by the thread that causes a transition;
   *     where it throws, a {@link ProcessFollower} takes the system's
   * @param errors is told of listeners that throw, and of an executor that does
   * @param executor is given one task for each transition, after that has been published and
   *     waiting threads have been woken. It must run each task that it takes. Where it throws, as
   *     one that is shut down does, the thread that caused the transition runs the task
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
              public void start(ProcessListener listener, Version link) {
                listener.onStart(link.snapshot);
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
   * Status, times, exit code and generation of one moment.
   *
   * @return the current snapshot
   */
  public ProcessSnapshot get() {
    return chain.current().snapshot;
  }

  /**
   * The current status. Take {@link #get()} where it must belong to something else that is read.
   *
   * @return the status
   */
  public ProcessStatus status() {
    return get().status();
  }

  /**
   * The process has been started: from {@code PENDING} to {@code RUNNING}.
   *
   * @param generation the generation that the caller speaks of
   * @return false if that generation is over or its process is not pending
   * @throws IllegalArgumentException if there has been no such generation yet
   */
  public boolean markRunning(long generation) {
    return mark(generation, ProcessStatus.RUNNING, OptionalInt.empty());
  }

  /**
   * The process has ended by itself: from {@code RUNNING} to {@code SUCCESS} or {@code FAILED}.
   *
   * @param generation the generation that the caller speaks of
   * @param exitCode its exit code; 0 is success
   * @return false if that generation is over or its process is not running
   * @throws IllegalArgumentException if there has been no such generation yet
   */
  public boolean markExited(long generation, int exitCode) {
    ProcessStatus to = exitCode == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED;
    return mark(generation, to, OptionalInt.of(exitCode));
  }

  /**
   * The process has been stopped, or called off before it was started: to {@code STOPPED}.
   *
   * @param generation the generation that the caller speaks of
   * @return false if that generation is over
   * @throws IllegalArgumentException if there has been no such generation yet
   */
  public boolean markStopped(long generation) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.empty());
  }

  /**
   * The process has been stopped: from {@code RUNNING} to {@code STOPPED}.
   *
   * @param generation the generation that the caller speaks of
   * @param exitCode its exit code
   * @return false if that generation is over or its process is not running
   * @throws IllegalArgumentException if there has been no such generation yet
   */
  public boolean markStopped(long generation, int exitCode) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.of(exitCode));
  }

  /**
   * The process could not be started, or was lost: to {@code FAILED} without an exit code.
   *
   * @param generation the generation that the caller speaks of
   * @return false if that generation is over
   * @throws IllegalArgumentException if there has been no such generation yet
   */
  public boolean markFailed(long generation) {
    return mark(generation, ProcessStatus.FAILED, OptionalInt.empty());
  }

  /**
   * Begins the next generation, in {@code PENDING}.
   *
   * @param generation the generation to follow
   * @return false if its process is not over, or another restart came first
   * @throws IllegalArgumentException if there has been no such generation yet
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

  /** Refuses a holder that is not pending, and returns the generation that it is in. */
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

  /** The time of this holder's clock, or of the system's where that throws. */
  Instant now() {
    try {
      return requireNonNull(clock.instant(), "clock");
    } catch (Throwable broken) {
      return Instant.now();
    }
  }

  /**
   * Marks a process as running that is followed.
   *
   * @param published is run after the transition has been published and before anything is told
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

  /** Marks a process as over that is followed; a clock that throws does not keep it from that. */
  void markOver(long generation, ProcessStatus to, OptionalInt exitCode) {
    Version next = publish(generation, to, exitCode, now(), null);
    if (next != null) {
      announce(next);
    }
  }

  /** The follower of the current generation's process, or null. */
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
   * Publishes a transition that nobody is told of yet.
   *
   * @param at its time; null takes that of the clock
   * @param follower null leaves the one that there is
   * @return null if the generation is over, or its status does not allow it
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

  /** Frees the threads and futures that wait, before any user code runs. */
  private void announce(Version link) {
    waiters.changed(link);
    futures.decide(link);
    try {
      if (executor == CALLER) {
        tell(link);
      } else {
        tellByExecutor(link);
      }
    } catch (VirtualMachineError leftToTheNextDelivery) {
      return;
    }
  }

  private void tellByExecutor(Version link) {
    try {
      executor.execute(() -> tell(link));
    } catch (Throwable refused) {
      try {
        tell(link);
      } finally {
        report(executor, refused);
      }
    }
  }

  private void tell(Version link) {
    try {
      futures.passOn();
    } finally {
      feed.appended(link);
    }
  }

  /**
   * Waits until the current snapshot satisfies a condition, however long that takes.
   *
   * @param condition as of {@link #await(Predicate, Duration)}
   * @return the snapshot that satisfied it
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public ProcessSnapshot await(Predicate<? super ProcessSnapshot> condition)
      throws InterruptedException {
    return await(condition, ChronoUnit.FOREVER.getDuration()).orElseThrow();
  }

  /**
   * Waits until the current snapshot satisfies a condition. A snapshot that comes and goes while
   * the thread is not looking may be missed; {@link #awaitReached} misses none.
   *
   * @param condition tried on this thread, with the current snapshot whenever that has changed;
   *     while it blocks, the wait does not end; what it throws ends the wait and is passed on
   * @param timeout how long to wait at most; zero only looks; 292 years or more are no limit
   * @return the snapshot that satisfied it, or empty when the time was up
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public Optional<ProcessSnapshot> await(
      Predicate<? super ProcessSnapshot> condition, Duration timeout) throws InterruptedException {
    requireNonNull(condition, "condition");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Version found =
        waiters.await(chain::current, link -> true, link -> condition.test(link.snapshot), nanos);
    return Optional.ofNullable(found).map(link -> link.snapshot);
  }

  /**
   * Waits until the current generation has reached a status, even if it has been left again,
   * however long that takes.
   *
   * @param status the status to wait for
   * @return true if it has been reached; false if this generation cannot reach it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public boolean awaitReached(ProcessStatus status) throws InterruptedException {
    return awaitReached(status, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * Waits until the current generation has reached a status, even if it has been left again.
   *
   * @param status the status to wait for
   * @param timeout how long to wait at most; zero only looks; 292 years or more are no limit
   * @return true if it has been reached; false if the time was up or this generation cannot reach
   *     it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public boolean awaitReached(ProcessStatus status, Duration timeout) throws InterruptedException {
    requireNonNull(status, "status");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Generation mine = chain.current().generation;
    Predicate<Version> decided = link -> link.decides(status, mine);
    Version found = waiters.await(chain::current, decided, decided, nanos);
    return found != null && found.within(mine).hasReached(status);
  }

  /**
   * Returns a future of the current generation reaching a status.
   *
   * <p>The holder forgets it once it is done or cancelled. It also does so when a timed or
   * interrupted {@code get} of it was given up, nothing depends on it and the program no longer
   * refers to it. To pass such a future to {@code allOf} or {@code anyOf} afterwards, keep a
   * reference to it until it is done.
   *
   * <p>Its dependents run on the thread that causes the transition, or by this holder's executor;
   * those added to a future that is done, on the thread that adds them. One that blocks holds back
   * the listeners of that transition, but no status and no thread that waits for one.
   *
   * @param status the status to wait for
   * @return completed with the snapshot of that generation that was current when the status was
   *     found to have been reached, which may be a later one; completed with {@link
   *     StateUnreachableException} once that generation cannot reach it any more
   */
  public CompletableFuture<ProcessSnapshot> whenReached(ProcessStatus status) {
    requireNonNull(status, "status");
    Generation mine = chain.current().generation;
    return futures.when(
        chain::current,
        link -> link.decides(status, mine),
        (link, future) -> {
          Version last = link.within(mine);
          if (last.hasReached(status)) {
            future.complete(last.snapshot);
          } else {
            future.completeExceptionally(
                new StateUnreachableException(status, last.snapshot.status()));
          }
        });
  }

  /**
   * Returns a future of the current generation being over. It is forgotten, and its dependents run,
   * as those of {@link #whenReached}.
   *
   * @return completed with that generation's last snapshot
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    return whenOver(chain.current().generation);
  }

  CompletableFuture<ProcessSnapshot> whenOver(Generation mine) {
    return futures.when(
        chain::current,
        link -> link.isOver(mine),
        (link, future) -> future.complete(link.within(mine).snapshot));
  }

  /**
   * Adds a listener. It is told first of the current snapshot and then of every transition and
   * restart from there on.
   *
   * <p>The first call comes on this thread, which also delivers what is due to other listeners at
   * that moment. Further calls come on the threads that cause transitions, or by this holder's
   * executor. A listener that blocks holds back later calls of all listeners, but no status, no
   * thread that waits for one and no other holder.
   *
   * @param listener the listener; one added twice is told twice
   * @return ends the registration when closed
   */
  public Subscription addListener(ProcessListener listener) {
    return feed.subscribe(requireNonNull(listener, "listener"));
  }

  /**
   * Returns how many threads and futures wait at the moment, for monitoring.
   *
   * @return an estimate while waiters come and go, exact when none do
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
