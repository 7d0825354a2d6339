package io.latchless.metrics;

/**
 * How a request ended, as far as the metrics distinguish requests.
 *
 * @since 0.1.0
 */
public enum Outcome {
  /** The request did what the caller asked for. */
  SUCCESS,
  /** The request did not. */
  FAILURE,
  /** Not the end of a request, for example an interim response: nothing is recorded. */
  INTERIM
}
