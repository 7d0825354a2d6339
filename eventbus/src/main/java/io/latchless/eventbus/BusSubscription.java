package io.latchless.eventbus;

import io.latchless.primitives.CheckReturnValue;
import java.time.Duration;

/**
 * A handler's subscription to a topic.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>as in {@link EventBus}. {@code drainAndClose}, {@code
 *       closeAndAwaitQuiescence}: park; the other operations are lock-free
 *   <tr><th scope="row">Linearizable<td>{@code close}, {@code isClosed}; {@code stats}: of one
 *       moment while no event is under way, otherwise so that its law holds
 *   <tr><th scope="row">Happens-before<td>everything that a thread did in the handler happens
 *       before the actions of another thread after {@code closeAndAwaitQuiescence} has returned
 *       true there
 *   <tr><th scope="row">Allocation<td>{@code close}: the table of subscriptions, without this one
 * </table>
 *
 * @since 0.1.0
 */
public sealed interface BusSubscription extends AutoCloseable permits Subscriber {
  /**
   * Returns the id of the subscription, which the bus gives to no other one.
   *
   * @return the id; subscriptions of equal priority are called in the order of their ids
   */
  long id();

  /**
   * Returns the name for statistics and failures.
   *
   * @return the name, as given or made up
   */
  String name();

  /**
   * Ends the subscription. A publication that begins after this call does not reach it. Queued
   * events are dropped, and counted as {@link DropReason#CLOSED}. A call of the handler may still
   * be under way on another thread. Closing again does nothing.
   */
  @Override
  void close();

  /**
   * Returns whether {@link #close()} has been called.
   *
   * @return true from the first call on
   */
  boolean isClosed();

  /**
   * Ends the subscription once its queued events are handled. A publication that begins after this
   * call does not reach it.
   *
   * @param timeout how long to wait for the events to be handled; what is queued then is dropped
   * @return whether every queued event was handled
   * @throws InterruptedException if the thread is interrupted; the subscription is closed then
   * @throws IllegalStateException if the caller runs a handler of the same bus, which this call
   *     might wait for
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  @CheckReturnValue
  boolean drainAndClose(Duration timeout) throws InterruptedException;

  /**
   * Closes the subscription and waits until its handler is no longer called.
   *
   * @param timeout how long to wait
   * @return true if no call of the handler runs, and none will start; false if the time was up
   * @throws InterruptedException if the thread is interrupted; the subscription is closed then
   * @throws IllegalStateException if the caller runs a handler of the same bus, which this call
   *     might wait for
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  @CheckReturnValue
  boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException;

  /**
   * Returns what has become of the events so far.
   *
   * @return the counts, of one moment
   */
  SubscriptionStats stats();
}
