package io.latchless.rules;

/** Thrown if a class file is missing, or has a format that this version cannot read. */
final class UnreadableClassException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableClassException(String reason) {
    super(reason);
  }

  UnreadableClassException(String reason, Throwable cause) {
    super(reason + ": " + cause, cause);
  }
}
