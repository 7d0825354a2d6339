package io.latchless.registry;

/** What a handler of a {@link ScopedHandlerRegistry} answers. */
public enum Propagation {
  /** The handlers after it are called. */
  CONTINUE,

  /** No handler after it is called, at its own level or above, but for those of the catch-all. */
  STOP
}
