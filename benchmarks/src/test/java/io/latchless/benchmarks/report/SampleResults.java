package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented but plausible figures. As a program, it writes a report of about twenty contests to the
 * given file, for inspection by eye.
 */
public final class SampleResults {
  private static final int[] THREADS = {1, 2, 8};

  private final Random random = new Random(42);

  public static void main(String[] arguments) throws IOException {
    HtmlReport.write(new SampleResults().twenty(), Path.of(arguments[0]));
  }

  static Machine machine() {
    return new Machine(
        "AMD EPYC 7B13",
        2,
        8_345_174_016L,
        "Linux 6.1.0-18-amd64",
        "17.0.15+6",
        "OpenJDK 64-Bit Server VM, Eclipse Adoptium",
        List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"),
        "2df4c44d51");
  }

  static Results of(List<ContestResult> contests) {
    return of(contests, true);
  }

  public static Results of(List<ContestResult> contests, boolean complete) {
    return new Results(
        Results.SCHEMA,
        Instant.parse("2026-03-14T09:26:00Z"),
        300,
        287.4,
        complete,
        machine(),
        contests);
  }

  /** Creates a minimal contest: no latency, no bytes, no footprint. */
  public static ContestResult bare(String name, String question, Comparison... comparisons) {
    List<SubjectResult> subjects = new ArrayList<>();
    subjects.add(
        new SubjectResult(
            "LazyValue", Role.OURS, List.of(2e6, 3e6, 4e6), List.of(), null, null, null));
    for (Comparison comparison : comparisons) {
      subjects.add(
          new SubjectResult(
              comparison.opponent(),
              Role.MUTEX,
              List.of(1e6, 1.5e6, 2e6),
              List.of(),
              null,
              null,
              null));
    }
    return new ContestResult(name, question, "A workload.", 2, subjects, List.of(comparisons));
  }

  public Results twenty() {
    List<ContestResult> contests = new ArrayList<>();
    for (int threads : THREADS) {
      contests.add(
          contest(
              "primitives/atomic-status/transition",
              "How fast does a status change hands?",
              "Each thread moves one shared status from idle to busy and back, 130 ns of local work"
                  + " between moves.",
              threads,
              new Entrant("AtomicStatus", Role.OURS, threads == 1 ? 180e6 : 94e6, 28, 0, 144),
              new Entrant("ReentrantLock", Role.MUTEX, threads == 1 ? 69e6 : 46e6, 37, 0, 56),
              new Entrant("synchronized", Role.MUTEX, threads == 1 ? 182e6 : 11e6, 41, 0, 24),
              new Entrant("AtomicReference", Role.PEER, threads == 1 ? 190e6 : 9.9e6, 195, 0, 16)));
      contests.add(
          contest(
              "primitives/snapshot/read-write-95-5",
              "How fast is a snapshot read while one thread in twenty writes?",
              "95 % reads of a map of 256 entries, 5 % replacements.",
              threads,
              new Entrant("SnapshotRef", Role.OURS, 310e6, 4, 12.6, 160),
              new Entrant("ReentrantReadWriteLock", Role.MUTEX, 24e6, 80, 0.02, 152),
              new Entrant("StampedLock", Role.MUTEX, 288e6, 5, 0.4, 72),
              new Entrant("ConcurrentHashMap", Role.PEER, 340e6, 4, 1.6, 17_480)));
      contests.add(
          contest(
              "primitives/handover/pairs",
              "How many items change hands a second between a producer and a consumer?",
              "One slot, saturated, as many producers as consumers.",
              threads,
              new Entrant("HandOver", Role.OURS, 22e6, 0, 0, 272),
              new Entrant("SynchronousQueue", Role.PEER, 1.4e6, 0, 24, 104),
              new Entrant("Exchanger", Role.PEER, 22.1e6, 0, 16, 88)));
      contests.add(
          contest(
              "ringbuffer/mpmc/pairs",
              "How many offer-poll pairs does a bounded queue do under saturation?",
              "Capacity 1,024; each thread offers one and polls one.",
              threads,
              new Entrant("MpmcRing", Role.OURS, threads == 1 ? 61e6 : 122e6, 28, 0, 8_720),
              new Entrant("ArrayBlockingQueue", Role.MUTEX, 45e6, 37, 0, 4_240),
              new Entrant(
                  "MpmcArrayQueue (VarHandle)",
                  Role.PEER,
                  threads == 1 ? 158e6 : 13e6,
                  195,
                  0,
                  16_912)));
    }
    contests.add(
        contest(
            "ringbuffer/mpmc/burst",
            "Does a burst of 10,000 offers hurt the 99.99th percentile?",
            "Bursts of 10,000, then 5 ms of quiet.",
            2,
            new Entrant("MpmcRing", Role.OURS, 42e6, 55, 0, 8_720),
            new Entrant("ArrayBlockingQueue", Role.MUTEX, 61e6, 33, 0, 4_240),
            new Entrant("LinkedBlockingQueue", Role.MUTEX, 8e6, 120, 24, 96)));
    contests.add(
        bare(
            "primitives/lazy/first-use",
            "What does the first use of a lazy value cost?",
            new Comparison(
                Metric.THROUGHPUT, "double-checked", 4, 1.3, null, null, Verdict.UNDECIDED)));
    return of(contests);
  }

  private record Entrant(
      String name, Role role, double throughput, double median, double bytes, long footprint) {}

  private ContestResult contest(
      String name, String question, String workload, int threads, Entrant... entrants) {
    int rounds = 8;
    double[] mood = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      mood[i] = 1 + 0.06 * random.nextGaussian();
    }
    List<SubjectResult> subjects = new ArrayList<>();
    for (Entrant entrant : entrants) {
      List<Double> throughput = new ArrayList<>();
      List<Latency> latency = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        throughput.add(entrant.throughput * mood[i] * (1 + 0.03 * random.nextGaussian()));
        if (entrant.median > 0) {
          latency.add(latency(entrant.median, entrant.role));
        }
      }
      subjects.add(
          new SubjectResult(
              entrant.name,
              entrant.role,
              throughput,
              latency,
              entrant.bytes,
              entrant.footprint,
              null));
    }
    List<Comparison> comparisons = new ArrayList<>();
    SubjectResult ours = subjects.get(0);
    for (SubjectResult other : subjects.subList(1, subjects.size())) {
      comparisons.add(
          compare(Metric.THROUGHPUT, other.name(), ours.throughput(), other.throughput()));
      if (!ours.latency().isEmpty()) {
        comparisons.add(
            compare(
                Metric.P999,
                other.name(),
                other.latency().stream().map(Latency::p999).toList(),
                ours.latency().stream().map(Latency::p999).toList()));
      }
    }
    return new ContestResult(
        name + (threads == 1 ? "-1-thread" : "-" + threads + "-threads"),
        question,
        workload,
        threads,
        subjects,
        comparisons);
  }

  private Latency latency(double median, Role role) {
    double noise = 1 + 0.1 * random.nextDouble();
    double tail = role == Role.MUTEX ? 3 : 1;
    return new Latency(
        Math.rint(median * noise),
        median * 1.6 * noise,
        median * 9 * tail * noise,
        5_500 * tail * noise * (0.8 + 0.5 * random.nextDouble()),
        11_000 * tail * tail * noise,
        90_000 * tail * tail * (1 + 4 * random.nextDouble()),
        1_000_000);
  }

  private static Comparison compare(
      Metric metric, String opponent, List<Double> better, List<Double> worse) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < better.size(); i++) {
      ratios.add(better.get(i) / worse.get(i));
    }
    List<Double> sorted = ratios.stream().sorted().toList();
    double low = sorted.get(0);
    double high = sorted.get(sorted.size() - 1);
    Verdict verdict = low > 1 ? Verdict.BETTER : high < 1 ? Verdict.WORSE : Verdict.TIE;
    return new Comparison(
        metric, opponent, ratios.size(), Spread.of(ratios).median(), low, high, verdict);
  }
}
