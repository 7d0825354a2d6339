package io.latchless.primitives;

import java.util.Set;

/**
 * Thrown when a requested transition is not allowed by the {@link TransitionGraph}. The status is
 * unchanged.
 *
 * @since 0.1.0
 */
public final class IllegalTransitionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The state before the refused transition. */
  private final Enum<?> from;

  /** The requested state. */
  private final Enum<?> to;

  IllegalTransitionException(Enum<?> from, Enum<?> to, Set<? extends Enum<?>> allowed) {
    super(
        from
            + " -> "
            + to
            + " is not allowed; "
            + (allowed.isEmpty()
                ? from + " is terminal"
                : "allowed from " + from + ": " + allowed));
    this.from = from;
    this.to = to;
  }

  /**
   * Returns the state before the refused transition.
   *
   * @return the current state at the time of the request
   */
  public Enum<?> from() {
    return from;
  }

  /**
   * Returns the target of the refused transition.
   *
   * @return the requested state
   */
  public Enum<?> to() {
    return to;
  }
}
