package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Latency;
import org.jspecify.annotations.Nullable;

/** The outcome of a fork. */
public sealed interface ForkOutcome {
  /**
   * The throughput of one round.
   *
   * @param operationsPerSecond the operations per second of all threads together
   * @param bytesPerOperation the allocated bytes per operation; null if not counted
   * @param tornLooks the share of torn reads, from 0 to 1; null if not checked
   */
  record Throughput(
      double operationsPerSecond, @Nullable Double bytesPerOperation, @Nullable Double tornLooks)
      implements ForkOutcome {}

  /**
   * The latency of one round.
   *
   * @param latency the percentiles over all threads
   */
  record Sampled(Latency latency) implements ForkOutcome {}

  /**
   * A failure: the subject threw, hung, or its JVM died.
   *
   * @param reason the reason, in one line
   */
  record Failed(String reason) implements ForkOutcome {}
}
