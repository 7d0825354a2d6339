package io.latchless.primitives;

/**
 * Completes a future whose state can no longer be reached from the current one.
 *
 * @since 0.1.0
 */
public final class StateUnreachableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StateUnreachableException(Enum<?> awaited, Enum<?> entered) {
    super(awaited + " can no longer be reached from " + entered);
  }
}
