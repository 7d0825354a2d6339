package io.latchless.primitives;

/**
 * A listener's registration. Closing it ends it; closing it again does nothing.
 *
 * <p>Once {@code close} has returned, no call of the listener begins; one that had begun on another
 * thread may still be running. All methods may be called by any thread, also from within the
 * listener, and never block.
 */
public interface Subscription extends AutoCloseable {
  /** Ends the registration. */
  @Override
  void close();

  /**
   * Whether the registration has ended.
   *
   * @return true after {@link #close()}
   */
  boolean isClosed();
}
