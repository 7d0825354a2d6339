package io.latchless.benchmarks.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one subject in one contest.
 *
 * @param name the name for readers, for example {@code ReentrantLock}
 * @param role the role in the contest
 * @param throughput the operations per second of all threads together, one figure per round; the
 *     n-th figures of all subjects of a contest belong to the same round
 * @param latency one entry per round of the separate sampling run; empty if latency was not sampled
 * @param bytesPerOperation the allocated bytes per operation, from JMH's gc profiler; null if not
 *     measured
 * @param footprintBytes the deep size of one idle instance by JOL; null if not measured
 * @param tornLooks the share of torn reads, from 0 to 1; null if reads were not checked
 */
public record SubjectResult(
    String name,
    Role role,
    List<Double> throughput,
    List<Latency> latency,
    @Nullable Double bytesPerOperation,
    @Nullable Long footprintBytes,
    @Nullable Double tornLooks) {
  /** Returns a copy with the deep size of an idle instance. */
  public SubjectResult withFootprint(long bytes) {
    return new SubjectResult(name, role, throughput, latency, bytesPerOperation, bytes, tornLooks);
  }
}
