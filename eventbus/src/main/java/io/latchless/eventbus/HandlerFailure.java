package io.latchless.eventbus;

/**
 * A handler has thrown. Published to {@link EventBus#FAILURES}.
 *
 * @param subscriptionId the id of the subscription
 * @param subscription the name of the subscription
 * @param topic the name of the topic that it has subscribed to
 * @param event the event; of a batch, the list of its events
 * @param thrown what the handler has thrown
 * @since 0.1.0
 */
public record HandlerFailure(
    long subscriptionId, String subscription, String topic, Object event, Throwable thrown) {}
