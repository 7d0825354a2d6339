package io.latchless.eventbus;

import java.time.Duration;

/**
 * The queue of a subscription has grown to the depth given by {@link
 * SubscriptionOptions#slowAfter}. Published to {@link EventBus#SLOW}, once until the queue is less
 * than half as deep.
 *
 * @param subscriptionId the id of the subscription
 * @param subscription the name of the subscription
 * @param depth how many events were queued
 * @param oldest how long the oldest queued event had waited
 * @since 0.1.0
 */
public record SlowSubscriber(
    long subscriptionId, String subscription, int depth, Duration oldest) {}
