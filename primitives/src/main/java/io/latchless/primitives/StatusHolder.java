package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.PendingFutures;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds a status with its version, time and data in one immutable snapshot, which threads can read,
 * replace, wait for and listen to.
 *
 * <pre>{@code
 * StatusHolder<Door, String> door = StatusHolder.of(doors, "built");
 * door.addListener((from, to) -> log(from.state() + " -> " + to.state() + ": " + to.data()));
 * door.transition(Door.LOCKED, "night");
 * door.awaitReached(Door.OPEN, Duration.ofSeconds(5));
 * }</pre>
 *
 * <p><b>Transitions.</b> {@code tryTransition} returns false if another thread was faster, and
 * throws if the graph never allows the transition. {@code transition} throws if the current state
 * does not allow it; {@code transitionIfAllowed} returns false instead.
 *
 * <p><b>Waiting.</b> {@code await} looks at the current snapshot only. {@code awaitReached} and
 * {@code whenReached} also see a state that was entered and left again, at any time since a given
 * version. They end early once the graph says that the state can never be reached any more. Waiting
 * threads park; a virtual thread releases its carrier. A waiter that times out, is interrupted or
 * is cancelled leaves nothing behind.
 *
 * <p><b>Listeners</b> run on the threads that cause transitions, or that add or close a listener.
 * Calls come one at a time and outside any critical section. A thread whose transition comes while
 * another thread is delivering leaves its delivery to that thread. A listener may call any method
 * of the holder; transitions that it causes are delivered after it has returned. Exceptions of a
 * listener go to the {@link ListenerErrorHandler} and affect neither the writer nor other
 * listeners. A listener that does not return delays later calls of all listeners, but no
 * transition, read, wait or future. Undelivered snapshots are kept meanwhile. If the delivering
 * thread runs out of stack, the next transition, {@code addListener} or {@code close} delivers the
 * rest.
 *
 * <p><b>Dependents</b> of {@code whenReached} futures run on the thread that causes the transition,
 * before listeners, and never nested in one another. All futures that a transition settles have
 * their result before the first dependent runs. So {@code get}, {@code join} and {@code isDone} of
 * one future never depend on the dependents of another. A dependent that does not return blocks its
 * own thread, and delays the dependents and listener calls that this thread still has to make. The
 * next thread that causes a transition takes those over. Use {@code thenRunAsync} and its relatives
 * for dependents that block, or that wait for a dependent of another future.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code state}, {@code version}, {@code data}:
 *       wait-free; {@code tryTransition} from a version: its own step is wait-free; all
 *       transitions: lock-free until they are published, then the thread may run listeners and
 *       dependents, which take as long as they take; {@code await} and {@code awaitReached} block.
 *       {@code whenReached} and {@code addListener} are lock-free; then the thread may run
 *       listeners
 *   <tr><th scope="row">Linearizable<td>yes, every operation, at the publication of the snapshot;
 *       {@code waiterCount} is an estimate
 *   <tr><th scope="row">Happens-before<td>actions before a transition happen before actions after
 *       another thread has read that snapshot or a later one, was woken by it, runs a stage of a
 *       future that it completes, or runs in a listener that is told of it; volatile semantics
 *       throughout
 *   <tr><th scope="row">Allocation<td>none in reads; a transition allocates its snapshot, about 150
 *       bytes for five states; a wait allocates only if it has to park, {@code whenReached} its
 *       future, {@code addListener} its subscription
 *   <tr><th scope="row">Complexity<td>constant; a transition takes one more step for each state,
 *       waiter and listener
 *   <tr><th scope="row">Memory<td>about 800 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">Empty or false means<td>of a wait: the time is up, or the state cannot be
 *       reached any more; of a transition: the status was not as the caller expected, and is
 *       unchanged
 * </table>
 *
 * @param <S> the enum of states
 * @param <D> the type of the data; give it immutable values
 * @since 0.1.0
 */
@SuppressWarnings("EnumOrdinal") // versions are by ordinal, and live no longer than the enum
public final class StatusHolder<S extends Enum<S>, D extends @Nullable Object> {
  /*
   * Each version node holds the public snapshot and, for every state, the version at which that
   * state was last entered. So a waiter that wakes late reads from the newest node alone whether
   * its state was entered meanwhile, however many transitions it slept through. The array is filled
   * before the node is published and never changes afterwards.
   */

  private static final long NEVER = -1;

  private static final class Version<S extends Enum<S>, D extends @Nullable Object>
      extends VersionNode<Version<S, D>> {
    final StatusSnapshot<S, D> snapshot;
    final long[] enteredAt;

    Version(StatusSnapshot<S, D> snapshot, long[] enteredAt, @Nullable Version<S, D> previous) {
      super(previous);
      this.snapshot = snapshot;
      this.enteredAt = enteredAt;
    }

    @Override
    long version() {
      return snapshot.version();
    }

    boolean hasReached(S state, long sinceVersion) {
      return enteredAt[state.ordinal()] >= sinceVersion;
    }
  }

  private final TransitionGraph<S> graph;
  private final InstantSource clock;
  private final VersionChain<Version<S, D>> chain;
  private final Waiters<Version<S, D>> waiters = new Waiters<>();
  private final PendingFutures<Version<S, D>> futures = new PendingFutures<>();
  private final ChangeFeed<Version<S, D>, StatusListener<S, D>> feed;

  private StatusHolder(
      TransitionGraph<S> graph, D data, InstantSource clock, ListenerErrorHandler errors) {
    this.graph = graph;
    this.clock = clock;
    S initial = graph.initial();
    long[] enteredAt = new long[graph.size()];
    Arrays.fill(enteredAt, NEVER);
    enteredAt[initial.ordinal()] = 0;
    StatusSnapshot<S, D> first = new StatusSnapshot<>(initial, 0, clock.instant(), data);
    this.chain = new VersionChain<>(new Version<>(first, enteredAt, null));
    this.feed =
        new ChangeFeed<>(
            chain,
            new ChangeFeed.Delivery<>() {
              @Override
              public void start(StatusListener<S, D> listener, Version<S, D> node) {
                listener.onStart(node.snapshot);
              }

              @Override
              public void change(
                  StatusListener<S, D> listener, Version<S, D> from, Version<S, D> to) {
                listener.onTransition(from.snapshot, to.snapshot);
              }
            },
            errors);
  }

  /**
   * Creates a holder in the graph's initial state, at version 0. It uses the system clock and logs
   * exceptions of listeners.
   *
   * @param <S> the enum of states
   * @param <D> the type of the data
   * @param graph the legal transitions
   * @param data the initial data
   * @return the new holder
   */
  public static <S extends Enum<S>, D extends @Nullable Object> StatusHolder<S, D> of(
      TransitionGraph<S> graph, D data) {
    return of(graph, data, InstantSource.system(), ListenerErrorHandler.logging());
  }

  /**
   * Creates a holder in the graph's initial state, at version 0.
   *
   * @param <S> the enum of states
   * @param <D> the type of the data
   * @param graph the legal transitions
   * @param data the initial data
   * @param clock the source of {@link StatusSnapshot#since()}
   * @param errors receives the exceptions of listeners
   * @return the new holder
   */
  public static <S extends Enum<S>, D extends @Nullable Object> StatusHolder<S, D> of(
      TransitionGraph<S> graph, D data, InstantSource clock, ListenerErrorHandler errors) {
    return new StatusHolder<>(
        requireNonNull(graph, "graph"),
        data,
        requireNonNull(clock, "clock"),
        requireNonNull(errors, "errors"));
  }

  /**
   * Returns the legal transitions.
   *
   * @return the graph that this holder was created with
   */
  public TransitionGraph<S> graph() {
    return graph;
  }

  /**
   * Returns the current snapshot.
   *
   * @return state, version, time and data of one moment
   */
  public StatusSnapshot<S, D> get() {
    return chain.current().snapshot;
  }

  /**
   * Returns the current state.
   *
   * @return the state, never null
   */
  public S state() {
    return get().state();
  }

  /**
   * Returns the number of transitions so far.
   *
   * @return the version, from 0
   */
  public long version() {
    return get().version();
  }

  /**
   * Returns the current data. Use {@link #get()} if state and data must belong together.
   *
   * @return the data stored with the last transition
   */
  public D data() {
    return get().data();
  }

  /**
   * Moves from one state to another, if the status is in the first.
   *
   * @param from the expected current state
   * @param to the next state
   * @param data the data to store with it
   * @return false if the status is in another state, and unchanged
   * @throws IllegalTransitionException if the graph does not allow the transition, whatever the
   *     current state
   */
  @CheckReturnValue
  public boolean tryTransition(S from, S to, D data) {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    graph.requireAllowed(from, to);
    int losses = 0;
    for (; ; ) {
      Version<S, D> seen = chain.current();
      if (seen.snapshot.state() != from) {
        return false;
      }
      if (append(seen, to, data) != null) {
        return true;
      }
      chain.pause(losses++);
    }
  }

  /**
   * Moves to a state, if no transition has happened since the given version was read.
   *
   * @param expectedVersion the expected current version
   * @param to the next state
   * @param data the data to store with it
   * @return false if there has been a transition since, and the status is unchanged
   * @throws IllegalTransitionException if the version is current and the graph does not allow the
   *     transition
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  @CheckReturnValue
  public boolean tryTransition(long expectedVersion, S to, D data) {
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireNonNull(to, "to");
    Version<S, D> seen = chain.current();
    if (seen.version() != expectedVersion) {
      return false;
    }
    graph.requireAllowed(seen.snapshot.state(), to);
    return append(seen, to, data) != null;
  }

  /**
   * Moves from the current state to another, if the graph allows it.
   *
   * @param to the next state
   * @param data the data to store with it
   * @return false if the graph does not allow it from the current state, which is unchanged
   */
  public boolean transitionIfAllowed(S to, D data) {
    requireNonNull(to, "to");
    int losses = 0;
    for (; ; ) {
      Version<S, D> seen = chain.current();
      if (!graph.allows(seen.snapshot.state(), to)) {
        return false;
      }
      if (append(seen, to, data) != null) {
        return true;
      }
      chain.pause(losses++);
    }
  }

  /**
   * Moves from the current state to another.
   *
   * @param to the next state
   * @param data the data to store with it
   * @return the snapshot that this call published
   * @throws IllegalTransitionException if the graph does not allow it from the current state, which
   *     is unchanged
   */
  public StatusSnapshot<S, D> transition(S to, D data) {
    requireNonNull(to, "to");
    int losses = 0;
    for (; ; ) {
      Version<S, D> seen = chain.current();
      graph.requireAllowed(seen.snapshot.state(), to);
      StatusSnapshot<S, D> published = append(seen, to, data);
      if (published != null) {
        return published;
      }
      chain.pause(losses++);
    }
  }

  /**
   * Moves from the current state to another, with data computed from the current data.
   *
   * <p>The function runs on the calling thread and blocks no other thread. It must not cause a
   * transition of this holder, nor wait for a thread that does, or its own transition could never
   * be published. A function that causes a transition itself is refused after a few attempts. One
   * that waits for another thread's transition is retried for ever.
   *
   * @param to the next state
   * @param data computes the new data from the old; called again if another transition came first,
   *     so it must have no side effects; its exceptions are passed on and change nothing
   * @return the snapshot that this call published
   * @throws IllegalTransitionException if the graph does not allow it from the current state, which
   *     is unchanged
   * @throws IllegalStateException if the function causes a transition of this holder each time it
   *     is called; the transitions that it has caused so far stay
   */
  public StatusSnapshot<S, D> transitionWith(S to, UnaryOperator<D> data) {
    requireNonNull(to, "to");
    requireNonNull(data, "data");
    int losses = 0;
    for (; ; ) {
      Version<S, D> seen = chain.current();
      graph.requireAllowed(seen.snapshot.state(), to);
      D next = chain.apply(data, seen.snapshot.data(), losses);
      StatusSnapshot<S, D> published = append(seen, to, next);
      if (published != null) {
        return published;
      }
      chain.pause(losses++);
    }
  }

  private @Nullable StatusSnapshot<S, D> append(Version<S, D> seen, S to, D data) {
    long version = seen.version() + 1;
    Instant now = clock.instant();
    Instant since = now.isBefore(seen.snapshot.since()) ? seen.snapshot.since() : now;
    long[] enteredAt = seen.enteredAt.clone();
    enteredAt[to.ordinal()] = version;
    StatusSnapshot<S, D> snapshot = new StatusSnapshot<>(to, version, since, data);
    Version<S, D> next = new Version<>(snapshot, enteredAt, seen);
    if (waiters.count() + futures.count() > 0) {
      StackRoom.require();
    }
    if (!chain.tryAppend(seen, next)) {
      return null;
    }
    try {
      waiters.changed(next);
      futures.changed(next);
      feed.appended(next);
    } catch (VirtualMachineError leftToTheNextDelivery) {
      return snapshot;
    }
    return snapshot;
  }

  /**
   * Waits until the current snapshot satisfies a condition. It may miss a snapshot that comes and
   * goes between two looks; {@link #awaitReached(Enum, Duration)} misses none.
   *
   * @param condition tested on this thread, against the current snapshot each time it has changed
   * @param timeout how long to wait at most; zero tests once, and more than 292 years count as 292
   *     years
   * @return the snapshot that satisfied it, or empty if the time was up
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public Optional<StatusSnapshot<S, D>> await(
      Predicate<? super StatusSnapshot<S, D>> condition, Duration timeout)
      throws InterruptedException {
    requireNonNull(condition, "condition");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Version<S, D> found =
        waiters.await(chain::current, node -> true, node -> condition.test(node.snapshot), nanos);
    return found == null ? Optional.empty() : Optional.of(found.snapshot);
  }

  /**
   * Waits, without a time limit, until the current snapshot satisfies a condition. Otherwise as
   * {@link #await(Predicate, Duration)}.
   *
   * @param condition tested on this thread, against the current snapshot each time it has changed
   * @return the snapshot that satisfied it
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public StatusSnapshot<S, D> await(Predicate<? super StatusSnapshot<S, D>> condition)
      throws InterruptedException {
    requireNonNull(condition, "condition");
    Version<S, D> found;
    do {
      found =
          waiters.await(
              chain::current, node -> true, node -> condition.test(node.snapshot), Long.MAX_VALUE);
    } while (found == null);
    return found.snapshot;
  }

  /**
   * Waits, without a time limit, until a state has been reached at any time since the holder was
   * created, even if it has been left again.
   *
   * @param state the state to wait for
   * @return true if it has been reached; false if it cannot be reached any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @CheckReturnValue
  public boolean awaitReached(S state) throws InterruptedException {
    return awaitReached(state, 0);
  }

  /**
   * Waits, without a time limit, until a state has been reached at the given version or later.
   * Otherwise as {@link #awaitReached(Enum, long, Duration)}.
   *
   * @param state the state to wait for
   * @param sinceVersion the lowest version that counts
   * @return true if it has been reached; false if it cannot be reached any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code sinceVersion} is negative
   */
  @CheckReturnValue
  public boolean awaitReached(S state, long sinceVersion) throws InterruptedException {
    Predicate<Version<S, D>> decided = decided(state, sinceVersion);
    Version<S, D> found;
    do {
      found = waiters.await(chain::current, decided, decided, Long.MAX_VALUE);
    } while (found == null);
    return found.hasReached(state, sinceVersion);
  }

  /**
   * Waits until a state has been reached at any time since the holder was created, even if it has
   * been left again.
   *
   * @param state the state to wait for
   * @param timeout how long to wait at most; zero looks once, and more than 292 years count as 292
   *     years
   * @return true if it has been reached; false if the time was up or it cannot be reached any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  @CheckReturnValue
  public boolean awaitReached(S state, Duration timeout) throws InterruptedException {
    return awaitReached(state, 0, timeout);
  }

  /**
   * Waits until a state has been reached at the given version or later, even if it has been left
   * again. In a graph with cycles this tells a new visit from an old one: read {@link #version()},
   * cause the change, and wait for a version above the one read.
   *
   * @param state the state to wait for
   * @param sinceVersion the lowest version that counts
   * @param timeout how long to wait at most; zero looks once, and more than 292 years count as 292
   *     years
   * @return true if it has been reached; false if the time was up or it cannot be reached any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code sinceVersion} is negative, or {@code timeout} is
   *     negative
   */
  @CheckReturnValue
  public boolean awaitReached(S state, long sinceVersion, Duration timeout)
      throws InterruptedException {
    Predicate<Version<S, D>> decided = decided(state, sinceVersion);
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Version<S, D> found = waiters.await(chain::current, decided, decided, nanos);
    return found != null && found.hasReached(state, sinceVersion);
  }

  /**
   * Returns a future that completes when a state has been reached at any time since the holder was
   * created. Once it is cancelled or completed in any other way, the holder forgets it.
   *
   * @param state the state to wait for
   * @return completes with the snapshot that was current when the state was found to have been
   *     reached, which may be a later one; completes with {@link StateUnreachableException} once
   *     the state cannot be reached any more
   */
  public CompletableFuture<StatusSnapshot<S, D>> whenReached(S state) {
    return whenReached(state, 0);
  }

  /**
   * Returns a future that completes when a state has been reached at the given version or later.
   *
   * @param state the state to wait for
   * @param sinceVersion the lowest version that counts
   * @return as {@link #whenReached(Enum)}
   * @throws IllegalArgumentException if {@code sinceVersion} is negative
   */
  public CompletableFuture<StatusSnapshot<S, D>> whenReached(S state, long sinceVersion) {
    return futures.when(
        chain::current,
        decided(state, sinceVersion),
        (node, future) -> {
          if (node.hasReached(state, sinceVersion)) {
            future.complete(node.snapshot);
          } else {
            future.completeExceptionally(
                new StateUnreachableException(state, node.snapshot.state()));
          }
        });
  }

  private Predicate<Version<S, D>> decided(S state, long sinceVersion) {
    requireNonNull(state, "state");
    Arguments.requireNotNegative(sinceVersion, "sinceVersion");
    return node ->
        node.hasReached(state, sinceVersion) || !graph.canReach(node.snapshot.state(), state);
  }

  /**
   * Adds a listener. Its first call receives the current snapshot, and each later call one
   * transition from there on.
   *
   * @param listener the listener; if added twice, it is called twice
   * @return closing it removes the listener
   */
  public Subscription addListener(StatusListener<S, D> listener) {
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
   * @return for example {@code StatusHolder[OPEN@3 since 2026-01-01T00:00:00Z: noon]}
   */
  @Override
  public String toString() {
    StatusSnapshot<S, D> now = get();
    return "StatusHolder[%s@%d since %s: %s]"
        .formatted(now.state(), now.version(), now.since(), now.data());
  }
}
