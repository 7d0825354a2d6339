package io.latchless.registry;

import io.latchless.primitives.Subscription;

/**
 * The registration of a handler. {@code close} ends it; closing it again does nothing.
 *
 * <p>No dispatch that starts after {@code close} has returned, or after {@code isClosed} has
 * returned true, calls the handler. A dispatch that was already running may still call it. If that
 * must not happen, use a {@link QuiescentHandlerRegistry}. All methods may be called by any thread,
 * also from within the handler. A closed subscription keeps neither the handler nor the registry's
 * other handlers alive.
 *
 * @since 0.1.0
 */
public interface HandlerSubscription extends Subscription {
  /**
   * Returns the id of the registration, which is unique within its registry.
   *
   * @return a number from 1, in the order of registration, except for those at the same time
   */
  long id();
}
