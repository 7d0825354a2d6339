package io.latchless.primitives;

/** Completes the future of a state that can no longer be reached from the one now entered. */
public final class StateUnreachableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StateUnreachableException(Enum<?> awaited, Enum<?> entered) {
    super(awaited + " can no longer be reached: " + entered + " has been entered");
  }
}
