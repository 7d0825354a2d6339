package io.latchless.eventbus;

/**
 * The figures of a subscription.
 *
 * @param id the id of the subscription
 * @param name the name of the subscription
 * @param topic the name of its topic
 * @param counts what has become of its events
 * @since 0.1.0
 */
public record SubscriptionStats(long id, String name, String topic, EventCounts counts) {}
