package io.latchless.primitives;

/**
 * A listener's registration. Closing it ends it; closing it again does nothing.
 *
 * <p>A call of the listener that another thread was making, or about to make, while {@code close}
 * ran may still go on after {@code close} has returned; no other follows it. All methods may be
 * called by any thread, also from within the listener, and never block.
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
