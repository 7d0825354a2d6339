package io.latchless.stress.freeze;

/** Thrown if the probe itself fails, so that an empty report would prove nothing. */
public final class FreezeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FreezeFailure(String message) {
    super(message);
  }

  FreezeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
