package io.latchless.benchmarks.compare;

/** Runs forks. The comparison knows nothing of JMH but through this. */
public interface ForkRunner {
  /**
   * Does once what makes later forks start faster.
   *
   * @param fork one like those to come
   */
  default void prepare(Fork fork) {}

  /** Runs one fork to its end, or to the limit of the time that a healthy one could take. */
  ForkOutcome run(Fork fork);

  /** Ends the fork that is running, if any, and lets no other start. Any thread may call it. */
  void stop();
}
