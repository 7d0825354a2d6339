package io.latchless.rules;

/** A class file is missing, or is not what this version can read. */
final class UnreadableClassException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableClassException(String reason) {
    super(reason);
  }

  UnreadableClassException(String reason, Throwable cause) {
    super(reason + ": " + cause, cause);
  }
}
