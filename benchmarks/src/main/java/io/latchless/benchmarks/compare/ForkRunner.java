package io.latchless.benchmarks.compare;

/** Runs forks. It is the comparison's only access to JMH. */
public interface ForkRunner {
  /**
   * Prepares once for faster starts of later forks.
   *
   * @param fork an example of the forks to come
   */
  default void prepare(Fork fork) {}

  /** Runs one fork to its end, or until it exceeds the time that a healthy fork could take. */
  ForkOutcome run(Fork fork);

  /** Kills the running fork, if any, and lets no other start. Any thread may call this. */
  void stop();
}
