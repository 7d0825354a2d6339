package io.latchless.metrics;

/** How a request ended, as far as the metrics tell requests apart. */
public enum Outcome {
  /** It did what was asked for. */
  SUCCESS,
  /** It did not. */
  FAILURE,
  /** Not the end of a request, such as an interim response: nothing is recorded. */
  INTERIM
}
