package io.latchless.registry;

import io.latchless.primitives.Subscription;

/**
 * A handler's registration. Closing it ends it; closing it again does nothing.
 *
 * <p>No dispatch that starts after {@code close} has returned, or after {@code isClosed} has
 * returned true, calls the handler. One that was running already may still do so; where that must
 * not be, see {@link QuiescentHandlerRegistry}. All methods may be called by any thread, also from
 * within the handler. A closed subscription that is kept keeps neither the handler nor the
 * registry's handlers.
 */
public interface HandlerSubscription extends Subscription {
  /**
   * Returns the number of the registration, which no other of the same registry ever has.
   *
   * @return a number from 1, in the order of registration but for those at the same time
   */
  long id();
}
