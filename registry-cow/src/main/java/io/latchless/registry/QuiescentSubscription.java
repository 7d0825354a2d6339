package io.latchless.registry;

import java.time.Duration;

/**
 * A handler's registration that can also wait until the handler is no longer being called. Then
 * what the handler uses may be taken away.
 *
 * <pre>{@code
 * QuiescentSubscription audit = handlers.subscribe("placed", log::append);
 * ...
 * if (audit.closeAndAwaitQuiescence(Duration.ofSeconds(5))) {
 *   log.close();   // no handler appends to it any more
 * }
 * }</pre>
 */
public interface QuiescentSubscription extends HandlerSubscription {
  /**
   * Ends the registration and waits, without a limit, until no dispatch that might still call the
   * handler is running. All else is as in {@link #closeAndAwaitQuiescence(Duration)}.
   *
   * @throws IllegalStateException if the calling thread is itself in a dispatch of the same
   *     registry
   * @throws InterruptedException if the thread is interrupted before or while it waits; the
   *     registration has ended all the same
   */
  void closeAndAwaitQuiescence() throws InterruptedException;

  /**
   * Ends the registration and waits until no dispatch that might still call the handler is running.
   * It waits for dispatches to the keys of this registration, not for others. May be called again,
   * after a timeout or after {@link #close}.
   *
   * <p>A dispatch that waits for the calling thread, in a handler or in what it calls, is one that
   * this method cannot see the end of: it returns false when the time is up. The same holds for two
   * handlers of two registries that wait for each other. A dispatch of a thread that has died is
   * over.
   *
   * @param timeout how long to wait at most; zero only looks, and what is longer than 292 years is
   *     for ever
   * @return true if the handler is not being called and never will be; false if the time was up,
   *     and then the registration has ended all the same, as after {@link #close}
   * @throws IllegalStateException if the calling thread is itself in a dispatch of the same
   *     registry, whichever handler it has come from: it might wait for its own end; nothing was
   *     changed, and {@link #close} is what to call there
   * @throws IllegalArgumentException if {@code timeout} is negative
   * @throws InterruptedException if the thread is interrupted before or while it waits; the
   *     registration has ended all the same
   */
  boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException;
}
