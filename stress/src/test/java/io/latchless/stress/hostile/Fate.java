package io.latchless.stress.hostile;

/** What becomes of something that user code has thrown. */
enum Fate {
  /** The operation throws the very same object. */
  PASSED_ON,
  /** The operation throws another exception with this one as its cause. */
  WRAPPED,
  /** The operation returns; the exception goes to an error handler, a log or a future. */
  KEPT,
  /** The operation never calls this user code. */
  UNCALLED,
  /** The operation is not supported, whatever the user code does. */
  REFUSED
}
