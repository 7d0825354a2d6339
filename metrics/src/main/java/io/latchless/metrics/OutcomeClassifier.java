package io.latchless.metrics;

/**
 * Tells the outcome of a request by the status that its protocol gives it.
 *
 * <p>{@code recordStatus} calls it on the thread that records, before it claims anything: it has to
 * be thread-safe, and may record on the same metrics. While it blocks it holds up that thread
 * alone. What it throws is passed on, and nothing is recorded.
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
   * That of HTTP: 2xx, 3xx and 101 are successes, all other 1xx are interim, all else are failures,
   * numbers that are no status of HTTP included. With 101, Switching Protocols, a server ends the
   * request: no other response follows.
   *
   * @return the classifier
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
