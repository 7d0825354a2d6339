package io.latchless.benchmarks.handlers;

/** A handler's registration. */
@FunctionalInterface
public interface Unsubscriber {
  /** Ends it. */
  void close();
}
