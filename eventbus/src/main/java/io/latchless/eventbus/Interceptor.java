package io.latchless.eventbus;

import io.latchless.registry.Propagation;

/**
 * Handles events on the publishers' threads, and may keep an event from the direct subscriptions
 * after it. Queued subscriptions have been offered the event before, and catch-all subscriptions
 * receive it in any case.
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
@FunctionalInterface
public interface Interceptor<E> {
  /**
   * Handles an event.
   *
   * @param event the event
   * @return whether the event reaches the direct subscriptions after this one, never null
   * @throws Exception if it cannot; the event then reaches the others
   */
  Propagation onEvent(E event) throws Exception;
}
