package io.latchless.primitives;

import java.util.Set;

/**
 * Thrown when a transition is asked for that the {@link TransitionGraph} does not allow. The status
 * is as it was.
 */
public final class IllegalTransitionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The state that the status had. */
  private final Enum<?> from;

  /** The state that was asked for. */
  private final Enum<?> to;

  IllegalTransitionException(Enum<?> from, Enum<?> to, Set<? extends Enum<?>> allowed) {
    super(
        from
            + " -> "
            + to
            + " is not allowed; "
            + (allowed.isEmpty() ? from + " is terminal" : "from " + from + " only " + allowed));
    this.from = from;
    this.to = to;
  }

  /**
   * The state that the status had.
   *
   * @return the state from which the transition was refused
   */
  public Enum<?> from() {
    return from;
  }

  /**
   * The state that was asked for.
   *
   * @return the state to which the transition was refused
   */
  public Enum<?> to() {
    return to;
  }
}
