package io.latchless.eventbus;

import java.util.List;

/**
 * The figures of a bus.
 *
 * @param counts what has become of all events, those of closed subscriptions included
 * @param dead how many events had no recipient
 * @param refused how many publications were refused after the bus was closed
 * @param buffered how many events are in the start-up log
 * @param lateAnswers how many answers came after their request was over
 * @param rejections how many times an executor has rejected a task
 * @param subscriptions the figures of the open subscriptions, in the order of their ids
 * @since 0.1.0
 */
public record BusStats(
    EventCounts counts,
    long dead,
    long refused,
    long buffered,
    long lateAnswers,
    long rejections,
    List<SubscriptionStats> subscriptions) {
  /**
   * Creates figures.
   *
   * @param counts what has become of all events, those of closed subscriptions included
   * @param dead how many events had no recipient
   * @param refused how many publications were refused after the bus was closed
   * @param buffered how many events are in the start-up log
   * @param lateAnswers how many answers came after their request was over
   * @param rejections how many times an executor has rejected a task
   * @param subscriptions the figures of the open subscriptions, in the order of their ids
   */
  public BusStats {
    subscriptions = List.copyOf(subscriptions);
  }
}
