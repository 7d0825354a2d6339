package io.latchless.registry;

/**
 * A handler's registration. Closing it ends it; closing it again does nothing.
 *
 * <p>No dispatch that starts after {@code close} has returned calls the handler. One that was
 * running already may still do so; where that must not be, see {@link QuietHandlerRegistry}. All
 * methods may be called by any thread, also from within the handler.
 */
public interface Subscription extends io.latchless.primitives.Subscription {
  /**
   * The number of the registration, which no other of the same registry ever has.
   *
   * @return from 1, in the order of registration but for those at the same time
   */
  long id();
}
