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
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code id}, {@code isClosed}: wait-free; {@code close}:
 *       lock-free, as in {@link HandlerRegistry}
 *   <tr><th scope="row">Linearizable<td>{@code close}; {@code isClosed} is true once no new
 *       dispatch calls the handler
 *   <tr><th scope="row">Happens-before<td>actions before {@code close} happen before actions after
 *       an {@code isClosed} that is true
 *   <tr><th scope="row">Allocation<td>{@code close}: the remaining handlers of each key
 * </table>
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
