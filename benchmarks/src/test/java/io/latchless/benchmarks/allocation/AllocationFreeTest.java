package io.latchless.benchmarks.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Counts the bytes allocated by operations that promise to allocate none. Two threads run at a
 * time, so that the path after a lost compare-and-set is counted too.
 */
class AllocationFreeTest {
  private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

  private static final int OPERATIONS =
      benchmarks(NonAllocating.class) + benchmarks(Allocating.class);

  /**
   * The smallest object takes 8 bytes, so this is at most one allocation in 160 operations.
   * Operations without allocations showed less than 0.015.
   */
  private static final double BYTES_TOLERATED = 0.05;

  /**
   * The bytes that JMH and the JVM may allocate during one measurement; up to 20 KiB were seen.
   * They matter for an operation that takes microseconds, and even there must amount to less than 8
   * bytes.
   */
  private static final double BYTES_OF_HARNESS = 50_000;

  private static final TimeValue MEASURED = TimeValue.milliseconds(100);

  @Test
  void reportsWhatAllocatesAndNothingElse() throws RunnerException {
    Collection<RunResult> results = run();
    Map<String, Double> reported = new TreeMap<>();
    for (RunResult result : results) {
      double bytes =
          requireNonNull(result.getSecondaryResults().get(BYTES_PER_OPERATION)).getScore();
      double operations =
          result.getPrimaryResult().getScore() * MEASURED.convertTo(TimeUnit.MILLISECONDS) / 1_000;
      if (!(bytes < BYTES_TOLERATED + BYTES_OF_HARNESS / operations)) {
        reported.put(result.getParams().getBenchmark(), bytes);
      }
    }

    assertThat(results).hasSize(OPERATIONS);
    assertThat(reported)
        .containsOnlyKeys(
            Allocating.class.getName() + ".always", Allocating.class.getName() + ".rarely");
  }

  /**
   * Runs in this JVM, without forks: nothing is timed, and a fork takes longer than its benchmark.
   */
  private static Collection<RunResult> run() throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(NonAllocating.class.getName() + "\\.")
                .include(Allocating.class.getName() + "\\.")
                .forks(0)
                .threads(2)
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(50))
                .measurementIterations(1)
                .measurementTime(MEASURED)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static int benchmarks(Class<?> type) {
    return (int)
        Arrays.stream(type.getMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .count();
  }
}
