package io.latchless.registry;

/**
 * Tells a {@link ScopedHandlerRegistry} whether an emission continues after a handler.
 *
 * @since 0.1.0
 */
public enum Propagation {
  /** Continues with the next handler. */
  CONTINUE,

  /** Skips all later handlers, at the same level and above, except the catch-all handlers. */
  STOP
}
