package io.latchless.stress.freeze;

/** The probe itself could not do its work, so that its silence would prove nothing. */
public final class FreezeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FreezeFailure(String message) {
    super(message);
  }

  FreezeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
