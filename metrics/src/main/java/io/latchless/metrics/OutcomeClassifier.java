package io.latchless.metrics;

/**
 * Tells the outcome of a request from the status that its protocol gives it.
 *
 * <p>{@code recordStatus} calls the classifier on the recording thread, before it claims anything.
 * The classifier must be thread-safe, and may record on the same metrics. If it blocks, it holds up
 * that thread alone. If it throws, the exception is passed on, and nothing is recorded.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OutcomeClassifier {
  /**
   * Returns the outcome that a status stands for.
   *
   * @param status the protocol's number
   * @return the outcome, not null
   */
  Outcome classify(int status);

  /**
   * Returns the classifier of HTTP. 2xx, 3xx and 101 are successes, all other 1xx are interim.
   * Everything else is a failure, including numbers that are no HTTP status. With 101, Switching
   * Protocols, a server ends the request: no other response follows.
   *
   * @return a classifier without state
   */
  static OutcomeClassifier http() {
    return status ->
        switch (Math.floorDiv(status, 100)) {
          case 1 -> status == 101 ? Outcome.SUCCESS : Outcome.INTERIM;
          case 2, 3 -> Outcome.SUCCESS;
          default -> Outcome.FAILURE;
        };
  }
}
