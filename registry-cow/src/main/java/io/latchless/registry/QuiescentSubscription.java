package io.latchless.registry;

import io.latchless.primitives.CheckReturnValue;
import java.time.Duration;

/**
 * A handler's registration that can also wait until the handler is no longer being called. After
 * that, the resources that the handler uses may be released.
 *
 * <pre>{@code
 * QuiescentSubscription audit = handlers.subscribe("placed", log::append);
 * ...
 * if (audit.closeAndAwaitQuiescence(Duration.ofSeconds(5))) {
 *   log.close();   // no handler appends to it any more
 * }
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code closeAndAwaitQuiescence} parks while a dispatch runs
 *       that might still call the handler, and holds up no other thread; the others: as in {@link
 *       HandlerSubscription}
 *   <tr><th scope="row">Linearizable<td>{@code close}; {@code closeAndAwaitQuiescence} returns true
 *       at a moment when no such dispatch runs
 *   <tr><th scope="row">Happens-before<td>every call of the handler happens before actions after
 *       {@code closeAndAwaitQuiescence} has returned true
 *   <tr><th scope="row">Allocation<td>{@code closeAndAwaitQuiescence}: only if it has to wait
 * </table>
 *
 * @since 0.1.0
 */
public interface QuiescentSubscription extends HandlerSubscription {
  /**
   * Ends the registration and waits, without a limit, until no dispatch that might still call the
   * handler is running. Otherwise the same as {@link #closeAndAwaitQuiescence(Duration)}.
   *
   * @throws IllegalStateException if the calling thread is itself in a dispatch of the same
   *     registry
   * @throws InterruptedException if the thread is interrupted before or while it waits; the
   *     registration has ended nevertheless
   */
  void closeAndAwaitQuiescence() throws InterruptedException;

  /**
   * Ends the registration and waits until no dispatch that might still call the handler is running.
   * It waits for dispatches to the keys of this registration, not for others. It may be called
   * again, after a timeout or after {@link #close}.
   *
   * <p>A dispatch that itself waits for the calling thread, in a handler or in code that a handler
   * calls, cannot end during this call, which therefore returns false when the time is up. The same
   * holds for handlers of two registries that wait for each other. The dispatch of a thread that
   * has died is over.
   *
   * @param timeout the longest time to wait; zero only checks, and more than 292 years means
   *     without a limit
   * @return true if the handler is not being called and never will be; false if the time was up, in
   *     which case the registration has ended nevertheless, as after {@link #close}
   * @throws IllegalStateException if the calling thread is itself in a dispatch of the same
   *     registry, through whichever handler, because it might wait for itself; nothing was changed,
   *     and {@link #close} is the method to call there
   * @throws IllegalArgumentException if {@code timeout} is negative
   * @throws InterruptedException if the thread is interrupted before or while it waits; the
   *     registration has ended nevertheless
   */
  @CheckReturnValue
  boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException;
}
