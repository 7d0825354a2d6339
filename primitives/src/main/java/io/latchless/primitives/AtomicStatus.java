package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * Holds a status in one atomic word: the state, and a version that grows by one with every
 * transition.
 *
 * <pre>{@code
 * AtomicStatus<Door> door = new AtomicStatus<>(doors);
 * if (door.isIn(Door.SHUT) && door.tryTransition(Door.SHUT, Door.LOCKED)) {
 *   // this thread, and no other, locked it
 * }
 * }</pre>
 *
 * <p>This prevents two kinds of lost update. A transition names the state that it starts from, so
 * one of two competing writers learns that it came too late. If a state may return, a transition
 * can instead name the version that it starts from, which never returns:
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
 *   <tr><th scope="row">Progress<td>{@code get}, {@code isIn}, {@code version}, {@code stamp},
 *       {@code stateOf}, {@code versionOf}: wait-free; {@code tryTransition} from a version:
 *       wait-free; the other transitions: lock-free, with a bounded pause after a lost
 *       compare-and-set, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>yes, every operation
 *   <tr><th scope="row">Happens-before<td>actions before a transition happen before actions after
 *       another thread has read that transition's state or a later one; all operations have
 *       volatile semantics, so several statuses may be used as flags for each other
 *   <tr><th scope="row">Allocation<td>none after construction, except for the exception of an
 *       illegal transition
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Bound<td>2<sup>57</sup> transitions: over forty years at a hundred million
 *       per second
 *   <tr><th scope="row">Memory<td>about 290 bytes, the word on cache lines of its own
 *   <tr><th scope="row">False means<td>the status was not, or is no longer, as the caller expected;
 *       this call has not changed it
 * </table>
 *
 * @param <S> the enum of states
 * @since 0.1.0
 */
@SuppressWarnings({
  "EnumOrdinal", // the word holds ordinals, and lives no longer than the enum
  "exports" // the superclass is padding, with nothing in it for users
})
public final class AtomicStatus<S extends Enum<S>> extends PaddedLong {
  /*
   * THE WORD is version << 6 | ordinal:
   *
   *     bit   63 ............ 6   5 ...... 0
   *           version             ordinal of the state
   *
   * One compare-and-set changes both. A state that returns therefore carries another version, and a
   * compare-and-set that was stalled meanwhile fails.
   *
   * ORDER. Reads are volatile and not acquire. If two statuses are used as flags for each other (I
   * set mine, then read yours), the load must stay behind the earlier store. Otherwise the two
   * objects together would not be linearizable. On x86 both kinds of read are a plain move. The
   * first read of a loop could be stale at the cost of a retry. It is volatile as well, because it
   * may also decide that the transition is refused.
   *
   * BACK-OFF. Only a few instructions on a register lie between the read and the compare-and-set,
   * so the first loss shows that the word is busy. A pause of half a microsecond leaves the winner
   * a batch and keeps the rare slow operation short.
   */

  private static final Backoff BACKOFF = Backoff.atFirstLoss(500);
  private static final int STATE_BITS = 6;
  private static final int STATE_MASK = TransitionGraph.MAX_STATES - 1;

  private final TransitionGraph<S> graph;

  /**
   * Creates a status in the graph's initial state, at version 0.
   *
   * @param graph the legal transitions
   */
  public AtomicStatus(TransitionGraph<S> graph) {
    super(requireNonNull(graph, "graph").initial().ordinal());
    this.graph = graph;
  }

  /**
   * Returns the legal transitions.
   *
   * @return the graph that this status was created with
   */
  public TransitionGraph<S> graph() {
    return graph;
  }

  /**
   * Returns the current state.
   *
   * @return the state, never null
   */
  public S get() {
    return graph.state((int) wordVolatile() & STATE_MASK);
  }

  /**
   * Returns whether the status is in the given state. This is the cheapest query.
   *
   * @param state the state to compare with
   * @return true if it is the current state
   */
  public boolean isIn(S state) {
    return ((int) wordVolatile() & STATE_MASK) == state.ordinal();
  }

  /**
   * Returns the number of transitions so far.
   *
   * @return the version, from 0
   */
  public long version() {
    return versionOf(wordVolatile());
  }

  /**
   * Returns state and version, read together and without allocation.
   *
   * @return an opaque word for {@link #stateOf} and {@link #versionOf}
   */
  public long stamp() {
    return wordVolatile();
  }

  /**
   * Returns the state in a stamp.
   *
   * @param stamp a result of {@link #stamp()}, from a status with the same graph
   * @return the state at that time
   */
  public S stateOf(long stamp) {
    return graph.state((int) stamp & STATE_MASK);
  }

  /**
   * Returns the version in a stamp.
   *
   * @param stamp a result of {@link #stamp()}
   * @return the version at that time
   */
  public long versionOf(long stamp) {
    return stamp >>> STATE_BITS;
  }

  /**
   * Moves from one state to another, if the status is in the first.
   *
   * @param from the expected current state
   * @param to the next state
   * @return false if the status is in another state, and unchanged
   * @throws IllegalTransitionException if the graph does not allow the transition, whatever the
   *     current state
   */
  @CheckReturnValue
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
   * Moves to a state, if no transition has happened since the given version was read.
   *
   * @param expectedVersion the expected current version
   * @param to the next state
   * @return false if there has been a transition since, and the status is unchanged
   * @throws IllegalTransitionException if the version is current and the graph does not allow the
   *     transition
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  @CheckReturnValue
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
   * Moves from the current state to another, if the graph allows it.
   *
   * @param to the next state
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
   * Moves from the current state to another.
   *
   * @param to the next state
   * @return the state before the transition
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
   * Returns state and version for a log line.
   *
   * @return for example {@code LOCKED@7}
   */
  @Override
  public String toString() {
    long stamp = wordVolatile();
    return stateOf(stamp) + "@" + versionOf(stamp);
  }
}
