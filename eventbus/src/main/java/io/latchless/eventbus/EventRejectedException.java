package io.latchless.eventbus;

/**
 * Thrown by {@link EventBus#publish} when a full queue with the policy {@link Overflow.Reject} has
 * dropped the event. Every other recipient has been offered the event before.
 *
 * @since 0.1.0
 */
public final class EventRejectedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EventRejectedException(String subscription, int capacity) {
    super("the queue of \"" + subscription + "\" is full: it holds " + capacity + " events");
  }
}
