package io.latchless.eventbus;

/**
 * Handles events, one call at a time if the subscription has a queue. A direct subscription calls
 * it on the publishers' threads, several at the same time.
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
@FunctionalInterface
public interface EventHandler<E> {
  /**
   * Handles an event.
   *
   * @param event the event
   * @throws Exception if it cannot; the failure is counted and published to {@link
   *     EventBus#FAILURES}, and the next event is handled
   */
  void onEvent(E event) throws Exception;
}
