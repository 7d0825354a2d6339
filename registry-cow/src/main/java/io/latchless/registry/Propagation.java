package io.latchless.registry;

/** Says whether an emission goes on after a handler of a {@link ScopedHandlerRegistry}. */
public enum Propagation {
  /** The handlers after it are called. */
  CONTINUE,

  /** No handler after it is called, at its own level or above, but for those of the catch-all. */
  STOP
}
