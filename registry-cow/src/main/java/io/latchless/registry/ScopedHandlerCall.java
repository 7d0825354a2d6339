package io.latchless.registry;

/**
 * Calls one handler with an event, and says whether the emission moves on.
 *
 * @param <H> the type of the handler
 * @param <A> the type of the event
 * @param <X> the checked exception that the call may throw; inferred as {@link RuntimeException} if
 *     it declares none
 * @since 0.1.0
 */
@FunctionalInterface
public interface ScopedHandlerCall<H, A, X extends Throwable> {
  /**
   * Calls a handler.
   *
   * @param handler the handler
   * @param event the event
   * @return whether the emission reaches the handlers that follow, never null
   * @throws X as the handler does
   */
  Propagation call(H handler, A event) throws X;
}
