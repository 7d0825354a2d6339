package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Comparer;
import io.latchless.benchmarks.compare.ContestOutcome;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Progress;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.jmh.Footprints;
import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Measures a suite: first the footprint of each subject, then rounds until the budget is spent. */
final class SuiteRun {
  private final Suite suite;
  private final Duration budget;
  private final Duration keptBack;
  private final Progress progress;
  private @Nullable Comparer comparer;
  private boolean stopped;

  /**
   * @param budget how long the run may take in total
   * @param keptBack the part of the budget that is reserved for the work after measuring
   */
  SuiteRun(Suite suite, Duration budget, Duration keptBack, Progress progress) {
    this.suite = suite;
    this.budget = budget;
    this.keptBack = keptBack;
    this.progress = progress;
  }

  /**
   * The outcome of a run.
   *
   * @param results the measured figures
   * @param outcome the failures, and the contests that lacked time
   */
  record Ended(Results results, ContestOutcome outcome) {}

  /** Asks the run to end early. Any thread may call this at any time. */
  synchronized void stop() {
    stopped = true;
    if (comparer != null) {
      comparer.stop();
    }
  }

  /** Measures until the budget is spent or the run is stopped. May be called only once. */
  Ended call(ForkRunner runner) throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long began = System.nanoTime();
    Footprints footprints = Footprints.weigh(suite);
    // The start time in results.json is also the seed, so the order can be reproduced.
    ContestOutcome outcome =
        begin(runner, budget.minus(sinceNanos(began)).minus(keptBack), started.toEpochMilli())
            .run();
    Results results =
        new Results(
            Results.SCHEMA,
            started,
            seconds(budget),
            seconds(sinceNanos(began)),
            outcome.complete(),
            ThisMachine.describe(),
            outcome.contests().stream().map(footprints::addTo).toList());
    return new Ended(results, outcome);
  }

  private synchronized Comparer begin(ForkRunner runner, Duration left, long seed) {
    Comparer begun =
        new Comparer(
            suite,
            runner,
            System::nanoTime,
            left.isNegative() ? Duration.ZERO : left,
            seed,
            progress);
    comparer = begun;
    if (stopped) {
      begun.stop();
    }
    return begun;
  }

  private static Duration sinceNanos(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
