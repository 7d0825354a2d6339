package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Defines the legal transitions between the constants of an enum. Immutable.
 *
 * <pre>{@code
 * TransitionGraph<Door> doors =
 *     TransitionGraph.startingAt(Door.SHUT)
 *         .allow(Door.SHUT, Door.OPEN, Door.LOCKED)
 *         .allow(Door.OPEN, Door.SHUT)
 *         .allow(Door.LOCKED, Door.SHUT)
 *         .build();
 * }</pre>
 *
 * <p>A state without outgoing transitions is terminal. A state may follow itself only if the graph
 * says so. Every constant of the enum must be reachable from the initial state, so building the
 * graph finds a forgotten line.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>every query is wait-free
 *   <tr><th scope="row">Linearizable<td>trivially: it never changes
 *   <tr><th scope="row">Happens-before<td>safe to publish by any means: all fields are final
 *   <tr><th scope="row">Allocation<td>none in {@code allows}, {@code canReach}, {@code isTerminal}
 *       and {@code initial}; the methods that return a set allocate one
 *   <tr><th scope="row">Complexity<td>a query is one shift and one mask; building is at worst cubic
 *       in the number of states
 *   <tr><th scope="row">Bound<td>{@value #MAX_STATES} states
 *   <tr><th scope="row">Memory<td>72 bytes and 20 a state
 * </table>
 *
 * @param <S> the enum of states
 * @since 0.1.0
 */
@SuppressWarnings("EnumOrdinal") // masks are by ordinal, and live no longer than the enum
public final class TransitionGraph<S extends Enum<S>> {
  /** The maximum number of states: the successors of a state are the bits of one {@code long}. */
  public static final int MAX_STATES = 64;

  private final S initial;
  private final S[] states;
  private final long[] successors;
  private final long[] reachable;

  private TransitionGraph(S initial, S[] states, long[] successors, long[] reachable) {
    this.initial = initial;
    this.states = states;
    this.successors = successors;
    this.reachable = reachable;
  }

  /**
   * Creates a builder for a graph.
   *
   * @param <S> the enum of states
   * @param initial the state in which a status begins
   * @return a builder without any transitions
   * @throws IllegalArgumentException if the enum has more than {@value #MAX_STATES} constants
   */
  public static <S extends Enum<S>> Builder<S> startingAt(S initial) {
    return new Builder<>(initial);
  }

  /**
   * Creates a graph from a table.
   *
   * @param <S> the enum of states
   * @param initial the state in which a status begins
   * @param transitions for each state, the states that may follow it; a state with no entry, or an
   *     empty one, is terminal
   * @return the new graph
   * @throws IllegalArgumentException if the graph is empty or leaves a state unreachable, or if the
   *     enum has more than {@value #MAX_STATES} constants
   */
  public static <S extends Enum<S>> TransitionGraph<S> of(
      S initial, Map<S, ? extends Set<S>> transitions) {
    requireNonNull(transitions, "transitions");
    Builder<S> builder = startingAt(initial);
    transitions.forEach(
        (from, tos) -> {
          requireNonNull(tos, () -> "transitions of " + from);
          tos.forEach(to -> builder.add(from, to));
        });
    return builder.build();
  }

  /**
   * Returns the state in which a status begins.
   *
   * @return the initial state
   */
  public S initial() {
    return initial;
  }

  /**
   * Returns whether one state may directly follow another.
   *
   * @param from the earlier state
   * @param to the later state
   * @return true if the transition is legal
   */
  public boolean allows(S from, S to) {
    return (successors[from.ordinal()] >>> to.ordinal() & 1L) != 0;
  }

  /**
   * Returns whether one state may follow another after one or more transitions.
   *
   * @param from the earlier state
   * @param to the later state
   * @return true if there is a path of at least one transition
   */
  public boolean canReach(S from, S to) {
    return (reachable[from.ordinal()] >>> to.ordinal() & 1L) != 0;
  }

  /**
   * Returns whether a state is terminal.
   *
   * @param state the state
   * @return true if no transition leaves it
   */
  public boolean isTerminal(S state) {
    return successors[state.ordinal()] == 0;
  }

  /**
   * Returns the states that may directly follow the given one.
   *
   * @param state the state
   * @return an unmodifiable set in the enum's order, empty for a terminal state
   */
  public Set<S> successors(S state) {
    return toSet(successors[state.ordinal()]);
  }

  /**
   * Returns the terminal states.
   *
   * @return an unmodifiable set in the enum's order
   */
  public Set<S> terminals() {
    long mask = 0;
    for (int i = 0; i < states.length; i++) {
      if (successors[i] == 0) {
        mask |= 1L << i;
      }
    }
    return toSet(mask);
  }

  /**
   * Returns the graph, one line for each state.
   *
   * @return for example {@code SHUT -> [OPEN, LOCKED]}, the initial state first
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    appendLine(text, initial);
    for (S state : states) {
      if (state != initial) {
        appendLine(text.append('\n'), state);
      }
    }
    return text.toString();
  }

  private void appendLine(StringBuilder text, S state) {
    text.append(state).append(isTerminal(state) ? " (terminal)" : " -> " + successors(state));
  }

  void requireAllowed(S from, S to) {
    if (!allows(from, to)) {
      throw new IllegalTransitionException(from, to, successors(from));
    }
  }

  int size() {
    return states.length;
  }

  S state(int ordinal) {
    return states[ordinal];
  }

  private Set<S> toSet(long mask) {
    EnumSet<S> set = EnumSet.noneOf(initial.getDeclaringClass());
    for (S state : states) {
      if ((mask >>> state.ordinal() & 1L) != 0) {
        set.add(state);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  /**
   * Collects the legal transitions of a graph; not safe for use by several threads.
   *
   * @param <S> the enum of states
   */
  public static final class Builder<S extends Enum<S>> {
    private final S initial;
    private final S[] states;
    private final long[] successors;

    private Builder(S initial) {
      this.initial = requireNonNull(initial, "initial");
      this.states = initial.getDeclaringClass().getEnumConstants();
      if (states.length > MAX_STATES) {
        throw new IllegalArgumentException(
            "initial: %s has %d constants, at most %d are possible"
                .formatted(initial.getDeclaringClass().getName(), states.length, MAX_STATES));
      }
      this.successors = new long[states.length];
    }

    /**
     * Allows transitions out of one state, in addition to those already allowed.
     *
     * @param from the earlier state
     * @param to one state that may follow it
     * @param more further states that may follow it
     * @return this builder
     */
    @SafeVarargs
    public final Builder<S> allow(S from, S to, S... more) {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(more, "more");
      for (S each : more) {
        requireNonNull(each, "more");
      }
      add(from, to);
      for (S each : more) {
        add(from, each);
      }
      return this;
    }

    private void add(S from, S to) {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      successors[from.ordinal()] |= 1L << to.ordinal();
    }

    /**
     * Builds the graph.
     *
     * @return the new graph
     * @throws IllegalArgumentException if it has no transition or leaves a state unreachable
     */
    public TransitionGraph<S> build() {
      long[] reachable = closure();
      String enumName = initial.getDeclaringClass().getSimpleName();
      if (reachable[initial.ordinal()] == 0) {
        throw new IllegalArgumentException(
            "transitions of %s: none leaves the initial state %s, at least one must"
                .formatted(enumName, initial));
      }
      for (S state : states) {
        if (state != initial && (reachable[initial.ordinal()] >>> state.ordinal() & 1L) == 0) {
          throw new IllegalArgumentException(
              "transitions of %s: %s cannot be reached from the initial state %s, every state must"
                  .formatted(enumName, state, initial));
        }
      }
      return new TransitionGraph<>(initial, states.clone(), successors.clone(), reachable);
    }

    private long[] closure() {
      long[] reachable = successors.clone();
      for (int via = 0; via < reachable.length; via++) {
        for (int from = 0; from < reachable.length; from++) {
          if ((reachable[from] >>> via & 1L) != 0) {
            reachable[from] |= reachable[via];
          }
        }
      }
      return reachable;
    }
  }
}
