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

/** Measures a suite: weighs its subjects, then runs rounds until the budget is spent. */
final class SuiteRun {
  private final Suite suite;
  private final Duration budget;
  private final Duration keptBack;
  private final Progress progress;
  private @Nullable Comparer comparer;
  private boolean stopped;

  /**
   * @param budget how long it may take in all
   * @param keptBack how much of that is for what comes after measuring
   */
  SuiteRun(Suite suite, Duration budget, Duration keptBack, Progress progress) {
    this.suite = suite;
    this.budget = budget;
    this.keptBack = keptBack;
    this.progress = progress;
  }

  /**
   * What a run came to.
   *
   * @param results what was measured
   * @param outcome who failed, and what there was no time for
   */
  record Ended(Results results, ContestOutcome outcome) {}

  /** Ends the run soon. Any thread may call it, at any time. */
  synchronized void stop() {
    stopped = true;
    if (comparer != null) {
      comparer.stop();
    }
  }

  /** Runs to the end. Called once. */
  Ended call(ForkRunner runner) throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long began = System.nanoTime();
    Footprints footprints = Footprints.weigh(suite);
    // The instant that results.json carries is also the seed, so that the order can be had again.
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
