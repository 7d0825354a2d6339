package io.latchless.registry;

import java.time.Duration;

/**
 * A handler's registration that can also wait until the handler is no longer being called, so that
 * what it uses may be taken away.
 *
 * <pre>{@code
 * QuietSubscription audit = handlers.subscribe("placed", log::append);
 * ...
 * if (audit.closeAndAwaitQuiet(Duration.ofSeconds(5))) {
 *   log.close();   // nobody appends to it any more
 * }
 * }</pre>
 */
public interface QuietSubscription extends Subscription {
  /**
   * Ends the registration and waits until no dispatch that might still call the handler is running.
   * It waits for dispatches to the keys of this registration, not for others. May be called again,
   * after a timeout or after {@link #close}.
   *
   * @param timeout how long to wait at most; zero only looks
   * @return true if the handler is not being called and never will be; false if the time was up,
   *     and then the registration has ended all the same, as after {@link #close}
   * @throws IllegalStateException if the calling thread is itself in a dispatch of the same
   *     registry, which it would wait for without end; nothing was changed, and {@link #close} is
   *     what to call there
   * @throws IllegalArgumentException if {@code timeout} is negative
   * @throws InterruptedException if the thread is interrupted before or while it waits; the
   *     registration has ended all the same
   */
  boolean closeAndAwaitQuiet(Duration timeout) throws InterruptedException;
}
