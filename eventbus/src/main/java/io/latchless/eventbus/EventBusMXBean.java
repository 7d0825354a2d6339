package io.latchless.eventbus;

import java.util.List;
import java.util.Map;

/**
 * The JMX view of an {@link EventBus}, see {@link EventBusBean}. One attribute contains all
 * figures, because attributes that are read one by one come from different moments.
 *
 * @since 0.1.0
 */
public interface EventBusMXBean {
  /**
   * Returns all figures, as {@link EventBus#stats}.
   *
   * @return the figures, by name
   */
  Figures getSnapshot();

  /** What has become of events, under the names that JMX clients see. */
  interface Counts {
    /**
     * Returns how many events were offered.
     *
     * @return the sum of those delivered, failed, dropped and pending
     */
    long getOffered();

    /**
     * Returns how many events a handler has handled.
     *
     * @return at least 0
     */
    long getDelivered();

    /**
     * Returns how many events a handler has failed to handle.
     *
     * @return at least 0
     */
    long getFailed();

    /**
     * Returns how many events were dropped.
     *
     * @return the sum over all reasons
     */
    long getDropped();

    /**
     * Returns how many events are queued or being handled.
     *
     * @return at least 0
     */
    long getPending();

    /**
     * Returns how many events were dropped for each reason.
     *
     * @return counts by the names of {@link DropReason}, without zeros
     */
    Map<String, Long> getDropsByReason();
  }

  /** The figures of a bus. */
  interface Figures extends Counts {
    /**
     * Returns how many events had no recipient.
     *
     * @return at least 0
     */
    long getDead();

    /**
     * Returns how many publications were refused after the bus was closed.
     *
     * @return at least 0
     */
    long getRefused();

    /**
     * Returns how many events are in the start-up log.
     *
     * @return at least 0
     */
    long getBuffered();

    /**
     * Returns how many answers came after their request was over.
     *
     * @return at least 0
     */
    long getLateAnswers();

    /**
     * Returns how many times an executor has rejected a task.
     *
     * @return at least 0
     */
    long getRejections();

    /**
     * Returns the figures of the open subscriptions.
     *
     * @return the figures, in the order of the subscriptions' ids
     */
    List<SubscriptionFigures> getSubscriptions();
  }

  /** The figures of a subscription. */
  interface SubscriptionFigures extends Counts {
    /**
     * Returns the id of the subscription.
     *
     * @return an id that no other subscription of the bus has
     */
    long getId();

    /**
     * Returns the name of the subscription.
     *
     * @return the name
     */
    String getName();

    /**
     * Returns the name of the topic.
     *
     * @return the name
     */
    String getTopic();
  }
}
