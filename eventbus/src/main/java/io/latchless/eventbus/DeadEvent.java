package io.latchless.eventbus;

/**
 * An event had no recipient. Published to {@link EventBus#DEAD}.
 *
 * @param topic the name of the topic that it was published to
 * @param event the event
 * @since 0.1.0
 */
public record DeadEvent(String topic, Object event) {}
