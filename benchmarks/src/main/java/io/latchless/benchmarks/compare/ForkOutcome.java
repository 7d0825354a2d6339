package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Latency;
import org.jspecify.annotations.Nullable;

/** What a fork came to. */
public sealed interface ForkOutcome {
  /**
   * A figure for one round.
   *
   * @param operationsPerSecond of all threads together
   * @param bytesPerOperation allocated; null if not counted
   * @param tornLooks share of looks that saw parts of different moments; null if not checked
   */
  record Throughput(
      double operationsPerSecond, @Nullable Double bytesPerOperation, @Nullable Double tornLooks)
      implements ForkOutcome {}

  /**
   * Percentiles for one round.
   *
   * @param latency over all threads
   */
  record Sampled(Latency latency) implements ForkOutcome {}

  /**
   * No figure: the subject threw, hung, or its JVM died.
   *
   * @param reason in one line
   */
  record Failed(String reason) implements ForkOutcome {}
}
