package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.PendingFutures;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
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
 * that is current when they are called.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code status}: wait-free; {@code markRunning}, {@code
 *       markExited}, {@code markStopped}, {@code markFailed}, {@code restart}: lock-free until they are
 *       published; then the thread may run listeners and dependents, which take as long as they take;
 *       {@code await} and {@code awaitReached} block
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
   */

  private static final class Generation {
    final long number;
    @Nullable Version last;

    Generation(long number) {
      this.number = number;
    }
  }

  private static final class Version extends Link<Version> {
    final ProcessSnapshot snapshot;
    final Generation generation;
    final int reached;

    Version(
        ProcessSnapshot snapshot,
        Generation generation,
        int reachedBefore,
        @Nullable Version previous) {
      super(previous);
      this.snapshot = snapshot;
      this.generation = generation;
      this.reached = reachedBefore | bit(snapshot.status());
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

  private final InstantSource clock;
  private final VersionChain<Version> chain;
  private final Waiters<Version> waiters = new Waiters<>();
  private final PendingFutures<Version> futures = new PendingFutures<>();
  private final ChangeFeed<Version, ProcessListener> feed;

  /** A pending process, on the system's clock, that logs what listeners throw. */
  public ProcessStatusHolder() {
    this(InstantSource.system(), ListenerErrorHandler.logging());
  }

  /**
   * A pending process.
   *
   * @param clock the source of start and end times
   * @param errors is told of listeners that throw
   */
  public ProcessStatusHolder(InstantSource clock, ListenerErrorHandler errors) {
    this.clock = requireNonNull(clock, "clock");
    requireNonNull(errors, "errors");
    this.chain = new VersionChain<>(new Version(pending(0, 0), new Generation(0), 0, null));
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
      ProcessSnapshot next = pending(generation + 1, seen.version() + 1);
      if (append(seen, new Version(next, new Generation(generation + 1), 0, seen))) {
        return true;
      }
      chain.pause(losses++);
    }
  }

  private boolean mark(long generation, ProcessStatus to, OptionalInt exitCode) {
    int losses = 0;
    for (; ; ) {
      Version seen = chain.current();
      ProcessSnapshot before = seen.snapshot;
      boolean exitWithoutStart = exitCode.isPresent() && before.start() == null;
      if (!isCurrent(generation, before)
          || !ProcessStatus.lifecycle().allows(before.status(), to)
          || exitWithoutStart) {
        return false;
      }
      Instant now = clock.instant();
      Instant start = to == ProcessStatus.RUNNING ? now : before.start();
      Instant end = start != null && now.isBefore(start) ? start : now;
      ProcessSnapshot next =
          new ProcessSnapshot(
              to, generation, before.version() + 1, start, to.isOver() ? end : null, exitCode);
      if (append(seen, new Version(next, seen.generation, seen.reached, seen))) {
        return true;
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

  private boolean append(Version seen, Version next) {
    if (waiters.count() + futures.count() > 0) {
      StackRoom.require();
    }
    if (!chain.tryAppend(seen, next)) {
      return false;
    }
    try {
      waiters.changed(next);
      futures.changed(next);
      feed.appended(next);
    } catch (VirtualMachineError leftToTheNextDelivery) {
      return true;
    }
    return true;
  }

  /**
   * Waits until the current snapshot satisfies a condition. A snapshot that comes and goes while
   * the thread is not looking may be missed; {@link #awaitReached} misses none.
   *
   * @param condition tried on this thread, with the current snapshot whenever that has changed
   * @param timeout how long to wait at most; zero only looks, and more than 292 years count as 292
   *     years
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
   * Waits until the current generation has reached a status, even if it has been left again.
   *
   * @param status the status to wait for
   * @param timeout how long to wait at most; zero only looks, and more than 292 years count as 292
   *     years
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
   * A future of the current generation reaching a status. Cancelling it, or completing it in any
   * other way, makes the holder forget it.
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
   * A future of the current generation being over. Cancelling it, or completing it in any other
   * way, makes the holder forget it.
   *
   * @return completed with that generation's last snapshot
   */
  public CompletableFuture<ProcessSnapshot> whenOver() {
    Generation mine = chain.current().generation;
    return futures.when(
        chain::current,
        link -> link.isOver(mine),
        (link, future) -> future.complete(link.within(mine).snapshot));
  }

  /**
   * Adds a listener. It is told first of the current snapshot and then of every transition and
   * restart from there on.
   *
   * @param listener the listener; one added twice is told twice
   * @return ends the registration when closed
   */
  public Subscription addListener(ProcessListener listener) {
    return feed.subscribe(requireNonNull(listener, "listener"));
  }

  /**
   * How many threads and futures wait at the moment, for monitoring.
   *
   * @return an estimate while waiters come and go, exact when none do
   */
  public int waiterCount() {
    return waiters.count() + futures.count();
  }

  /**
   * The current snapshot for a log line.
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
