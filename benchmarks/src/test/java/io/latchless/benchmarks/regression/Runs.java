package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;

/** Creates runs and their parts for tests. */
public final class Runs {
  public static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");
  public static final Instant FRIDAY = Instant.parse("2026-03-13T17:30:00Z");

  private Runs() {}

  public static Machine machine() {
    return new Machine(
        "AMD EPYC 7B13",
        2,
        8L << 30,
        "Linux 6.1",
        "17.0.15+6",
        "OpenJDK 64-Bit Server VM, Eclipse Adoptium",
        List.of("-Xms2g", "-Xmx2g"),
        "2df4c44d51");
  }

  public static Results run(Instant started, ContestResult... contests) {
    return run(started, machine(), List.of(contests));
  }

  public static Results run(Instant started, Machine machine, List<ContestResult> contests) {
    return new Results(Results.SCHEMA, started, 480, 470, true, machine, contests);
  }

  public static ContestResult contest(String name, SubjectResult... subjects) {
    return new ContestResult(
        name, "Which is faster?", "One increment.", 2, List.of(subjects), List.of());
  }

  public static SubjectResult ours(double... throughput) {
    return subject("Ours", Role.OURS, throughput);
  }

  public static SubjectResult lock(double... throughput) {
    return subject("Lock", Role.MUTEX, throughput);
  }

  public static SubjectResult peer(double... throughput) {
    return subject("Peer", Role.PEER, throughput);
  }

  public static SubjectResult subject(String name, Role role, double... throughput) {
    List<Double> rounds = DoubleStream.of(throughput).boxed().toList();
    return new SubjectResult(name, role, rounds, List.of(), null, null, null);
  }

  /** Creates a subject that was only sampled, with a 99th percentile of ten times its median. */
  public static SubjectResult timed(String name, Role role, double... medians) {
    List<Latency> rounds =
        DoubleStream.of(medians)
            .mapToObj(p50 -> new Latency(p50, 2 * p50, 10 * p50, 1e5, 1e6, 1e7, 1_000))
            .toList();
    return new SubjectResult(name, role, List.of(), rounds, null, null, null);
  }

  /** Returns eight rounds of exactly the figure. */
  public static double[] just(double figure) {
    return DoubleStream.generate(() -> figure).limit(8).toArray();
  }

  /** Returns eight rounds of about the figure, which differ by at most one per cent. */
  public static double[] about(double figure) {
    return DoubleStream.of(1, 0.995, 1.004, 0.998, 1.005, 0.997, 1.002, 1.001)
        .map(factor -> factor * figure)
        .toArray();
  }
}
