package io.latchless.benchmarks.handlers;

/** A handler's registration. */
@FunctionalInterface
public interface Registration {
  /** Ends it. */
  void close();
}
