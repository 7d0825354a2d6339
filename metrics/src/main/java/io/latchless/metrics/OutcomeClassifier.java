package io.latchless.metrics;

/**
 * Tells the outcome of a request by the status that its protocol gives it.
 *
 * <p>{@code record} calls it on the thread that records: it has to be fast and thread-safe. What it
 * throws is passed on, and nothing is recorded.
 */
@FunctionalInterface
public interface OutcomeClassifier {
  /**
   * The outcome that a status stands for.
   *
   * @param status the protocol's number
   * @return the outcome, not null
   */
  Outcome classify(int status);

  /**
   * That of HTTP: 2xx and 3xx are successes, 1xx is interim, all else are failures, numbers that
   * are no status of HTTP included.
   *
   * @return the classifier
   */
  static OutcomeClassifier http() {
    return status ->
        switch (Math.floorDiv(status, 100)) {
          case 1 -> Outcome.INTERIM;
          case 2, 3 -> Outcome.SUCCESS;
          default -> Outcome.FAILURE;
        };
  }
}
