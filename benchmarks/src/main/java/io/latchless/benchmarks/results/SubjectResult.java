package io.latchless.benchmarks.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subject's figures in one contest.
 *
 * @param name as shown to the reader, for example {@code ReentrantLock}
 * @param role why it takes part
 * @param throughput operations a second of all threads together, one figure a round; the n-th
 *     figures of all subjects of a contest belong to the same round
 * @param latency one entry a round of the separate sampling run; empty where none was asked for
 * @param bytesPerOperation allocation, in bytes an operation, from JMH's gc profiler; null where it
 *     was not measured
 * @param footprintBytes deep size of one idle instance by JOL; null where it was not measured
 * @param tornLooks which share of its readers' looks saw parts of different moments, from 0 to 1;
 *     null where looks were not checked
 */
public record SubjectResult(
    String name,
    Role role,
    List<Double> throughput,
    List<Latency> latency,
    @Nullable Double bytesPerOperation,
    @Nullable Long footprintBytes,
    @Nullable Double tornLooks) {
  /** The same with the deep size of an idle instance. */
  public SubjectResult withFootprint(long bytes) {
    return new SubjectResult(name, role, throughput, latency, bytesPerOperation, bytes, tornLooks);
  }
}
