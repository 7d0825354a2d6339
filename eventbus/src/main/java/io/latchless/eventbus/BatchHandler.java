package io.latchless.eventbus;

import java.util.List;

/**
 * Handles the events that have queued up, several at once, one call at a time.
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
@FunctionalInterface
public interface BatchHandler<E> {
  /**
   * Handles events.
   *
   * @param events at least one event and at most the subscription's batch size, in order; an
   *     immutable list of its own
   * @throws Exception if it cannot; every event of the batch then counts as failed
   */
  void onBatch(List<E> events) throws Exception;
}
