package io.latchless.primitives;

/**
 * Registration of a listener. Closing it removes the listener; closing it again does nothing.
 *
 * <p>Another thread may be calling the listener, or be about to, while {@code close} runs. That
 * call may still go on after {@code close} has returned, but no other call follows it. All methods
 * may be called by any thread, also from within the listener, and never block.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>{@code isClosed}: wait-free; {@code close}: lock-free, as
 *       changes of {@link SnapshotRef}; after the last listener is closed the thread may finish a
 *       delivery
 *   <tr><th scope="row">Linearizable<td>{@code isClosed}
 *   <tr><th scope="row">Happens-before<td>actions before {@code close} happen before actions after
 *       an {@code isClosed} that is true
 *   <tr><th scope="row">Allocation<td>{@code close}: one array
 * </table>
 *
 * @since 0.1.0
 */
public interface Subscription extends AutoCloseable {
  /** Removes the listener. */
  @Override
  void close();

  /**
   * Returns whether the registration has been closed.
   *
   * @return true after {@link #close()}
   */
  boolean isClosed();
}
