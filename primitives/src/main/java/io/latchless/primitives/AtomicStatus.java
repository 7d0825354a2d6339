package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * A status in one atomic word: the state, and a version that grows by one with every transition.
 *
 * <pre>{@code
 * AtomicStatus<Door> door = new AtomicStatus<>(doors);
 * if (door.is(Door.SHUT) && door.tryTransition(Door.SHUT, Door.LOCKED)) {
 *   // this thread, and no other, locked it
 * }
 * }</pre>
 *
 * <p>Two ways to lose an update are closed. A transition names the state it starts from, so that of
 * two writers one is told that it came too late. And where a state may come back, a transition can
 * name the version it starts from, which never comes back:
 *
 * <pre>{@code
 * long seen = door.stamp();
 * if (worthLocking(door.stateOf(seen))) {
 *   door.tryTransition(door.versionOf(seen), Door.LOCKED); // false if anything happened meanwhile
 * }
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code is}, {@code version}, {@code stamp}: wait-free;
 *       {@code tryTransition} from a version: wait-free; the other transitions: lock-free, a lost
 *       compare-and-set pauses a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>yes, every operation
 *   <tr><th scope="row">Happens-before<td>what a thread did before a transition happens before what
 *       another does after it has read that transition's state or a later one; all operations have
 *       volatile semantics, so several statuses may be used as flags for each other
 *   <tr><th scope="row">Allocation<td>none after construction, except for the exception of an illegal
 *       transition
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Bound<td>2<sup>57</sup> transitions: over forty years at a hundred million a second
 *   <tr><th scope="row">Memory<td>about 290 bytes, the word on cache lines of its own
 *   <tr><th scope="row">False means<td>the status was not, or is no longer, what the caller named; it
 *       is unchanged by this call
 * </table>
 *
 * @param <S> the enum of states
 */
@SuppressWarnings({
  "EnumOrdinal", // the word holds ordinals, and lives no longer than the enum
  "exports" // the superclass is padding, with nothing in it for users
})
public final class AtomicStatus<S extends Enum<S>> extends PaddedLong {
  /*
   * The word is version << 6 | ordinal. Both change by one compare-and-set, so a state that returns
   * carries another version and a compare-and-set that was stalled meanwhile fails.
   *
   * Reads are volatile and not acquire: two statuses used as flags for each other (I set mine, then
   * look at yours) need the load to stay behind the earlier store, and without that the two objects
   * together would not be linearizable. On x86 both are a plain move. The first read of a loop may
   * be stale at no cost but a retry, yet it is volatile too, because a transition may also end in
   * a refusal on the strength of that read alone.
   *
   * Between read and compare-and-set lie a few instructions on a register, so the first loss says that
   * the word is busy, and a pause of half a microsecond is enough to leave the winner a batch and keeps
   * the rare slow operation short.
   */

  private static final Backoff BACKOFF = Backoff.atFirstLoss(500);
  private static final int STATE_BITS = 6;
  private static final int STATE_MASK = TransitionGraph.MAX_STATES - 1;

  private final TransitionGraph<S> graph;

  /**
   * A status in the graph's initial state, at version 0.
   *
   * @param graph the legal transitions
   */
  public AtomicStatus(TransitionGraph<S> graph) {
    super(requireNonNull(graph, "graph").initial().ordinal());
    this.graph = graph;
  }

  /**
   * The legal transitions.
   *
   * @return the graph that this status was made with
   */
  public TransitionGraph<S> graph() {
    return graph;
  }

  /**
   * The current state.
   *
   * @return the state
   */
  public S get() {
    return graph.state((int) wordVolatile() & STATE_MASK);
  }

  /**
   * Whether this is the current state: the cheapest way to ask.
   *
   * @param state the state to compare with
   * @return true if the status is in it
   */
  public boolean is(S state) {
    return ((int) wordVolatile() & STATE_MASK) == state.ordinal();
  }

  /**
   * How many transitions there have been.
   *
   * @return the version, from 0
   */
  public long version() {
    return versionOf(wordVolatile());
  }

  /**
   * State and version read at once, without allocation.
   *
   * @return an opaque word for {@link #stateOf} and {@link #versionOf}
   */
  public long stamp() {
    return wordVolatile();
  }

  /**
   * The state within a stamp of a status with the same graph.
   *
   * @param stamp what {@link #stamp()} returned
   * @return the state at that time
   */
  public S stateOf(long stamp) {
    return graph.state((int) stamp & STATE_MASK);
  }

  /**
   * The version within a stamp.
   *
   * @param stamp what {@link #stamp()} returned
   * @return the version at that time
   */
  public long versionOf(long stamp) {
    return stamp >>> STATE_BITS;
  }

  /**
   * Goes from one state to another, if the status is in the first.
   *
   * @param from the state it must be in
   * @param to the state to go to
   * @return false if it is in another state, and unchanged
   * @throws IllegalTransitionException if the graph does not allow it, whatever the current state
   */
  public boolean tryTransition(S from, S to) {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    graph.requireAllowed(from, to);
    int losses = 0;
    for (; ; ) {
      long seen = wordVolatile();
      if (((int) seen & STATE_MASK) != from.ordinal()) {
        return false;
      }
      if (casWord(seen, successor(seen, to))) {
        return true;
      }
      BACKOFF.pause(losses++);
    }
  }

  /**
   * Goes to a state, if nothing has happened since a version was read.
   *
   * @param expectedVersion the version it must still have
   * @param to the state to go to
   * @return false if there has been a transition since, and the status is unchanged
   * @throws IllegalTransitionException if the version is current and the graph does not allow it
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  public boolean tryTransition(long expectedVersion, S to) {
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireNonNull(to, "to");
    long seen = wordVolatile();
    if (versionOf(seen) != expectedVersion) {
      return false;
    }
    graph.requireAllowed(stateOf(seen), to);
    return casWord(seen, successor(seen, to));
  }

  /**
   * Goes to a state from whatever state it is in, if that is legal.
   *
   * @param to the state to go to
   * @return false if the graph does not allow it from the current state, which is unchanged
   */
  public boolean transitionIfAllowed(S to) {
    requireNonNull(to, "to");
    int losses = 0;
    for (; ; ) {
      long seen = wordVolatile();
      if (!graph.allows(stateOf(seen), to)) {
        return false;
      }
      if (casWord(seen, successor(seen, to))) {
        return true;
      }
      BACKOFF.pause(losses++);
    }
  }

  /**
   * Goes to a state from whatever state it is in.
   *
   * @param to the state to go to
   * @return the state it was in
   * @throws IllegalTransitionException if the graph does not allow it from the current state, which
   *     is unchanged
   */
  public S transition(S to) {
    requireNonNull(to, "to");
    int losses = 0;
    for (; ; ) {
      long seen = wordVolatile();
      S from = stateOf(seen);
      graph.requireAllowed(from, to);
      if (casWord(seen, successor(seen, to))) {
        return from;
      }
      BACKOFF.pause(losses++);
    }
  }

  private static long successor(long seen, Enum<?> to) {
    return ((seen >>> STATE_BITS) + 1) << STATE_BITS | to.ordinal();
  }

  /**
   * State and version for a log line.
   *
   * @return for example {@code LOCKED@7}
   */
  @Override
  public String toString() {
    long stamp = wordVolatile();
    return stateOf(stamp) + "@" + versionOf(stamp);
  }
}
