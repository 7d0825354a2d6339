package io.latchless.stress.hostile;

/** What happens to an exception thrown by user code. */
enum Fate {
  /** The operation throws the same object. */
  PASSED_ON,
  /** The operation throws another exception with this one as its cause. */
  WRAPPED,
  /** The operation returns; the exception goes to an error handler, a log or a future. */
  KEPT,
  /** The operation never calls this user code. */
  UNCALLED,
  /** The operation is unsupported and never calls the user code. */
  REFUSED
}
