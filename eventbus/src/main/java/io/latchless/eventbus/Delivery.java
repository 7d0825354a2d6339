package io.latchless.eventbus;

import java.util.List;

/**
 * What became of an event that was published by {@link EventBus#publishAndAwait}.
 *
 * @param result whether the recipients have accepted it
 * @param delivered how many recipients have handled it
 * @param dropped how many recipients have dropped it
 * @param pending how many recipients had not finished when the time was up
 * @param failures the recipients that have failed
 * @since 0.1.0
 */
public record Delivery(
    PublishResult result, int delivered, int dropped, int pending, List<HandlerFailure> failures) {
  /**
   * Creates a delivery.
   *
   * @param result whether the recipients have accepted it
   * @param delivered how many recipients have handled it
   * @param dropped how many recipients have dropped it
   * @param pending how many recipients had not finished when the time was up
   * @param failures the recipients that have failed
   */
  public Delivery {
    failures = List.copyOf(failures);
  }

  /**
   * Returns whether every recipient has handled the event, and there was one.
   *
   * @return false if one has failed, dropped it or not finished, or if there was none
   */
  public boolean isComplete() {
    return result == PublishResult.ACCEPTED && dropped == 0 && pending == 0 && failures.isEmpty();
  }
}
