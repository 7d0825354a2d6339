package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Comparer;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Measure;
import io.latchless.benchmarks.compare.Outcome;
import io.latchless.benchmarks.compare.Shortfall;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.jmh.Footprints;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import io.latchless.benchmarks.results.SubjectResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One run of {@code compare}: measure, write, and print the outcome. */
final class CompareRun {
  /** Kept back from the budget for writing the report. */
  private static final Duration WRITING = Duration.ofSeconds(1);

  private final Suite suite;
  private final Duration budget;
  private final Path out;
  private final Terminal terminal;
  private @Nullable Comparer comparer;
  private boolean stopped;

  CompareRun(Suite suite, Duration budget, Path out, Terminal terminal) {
    this.suite = suite;
    this.budget = budget;
    this.out = out;
    this.terminal = terminal;
  }

  /** Ends the run soon. Any thread may call it, at any time. */
  synchronized void stop() {
    stopped = true;
    if (comparer != null) {
      comparer.stop();
    }
  }

  /**
   * Runs to the end.
   *
   * @return the exit code
   */
  int call(ForkRunner runner) throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long began = System.nanoTime();
    PrintWriter print = terminal.out();
    print.printf(
        "contests: %d, subjects: %d, time: %s, cores: %d%n",
        suite.contests().size(),
        suite.contests().stream().mapToInt(contest -> contest.subjects().size()).sum(),
        Terminal.clock(budget),
        Runtime.getRuntime().availableProcessors());
    print.flush();
    Footprints footprints = Footprints.weigh(suite);
    // The instant that results.json carries is also the seed, so that the order can be had again.
    Outcome outcome =
        begin(runner, budget.minus(sinceNanos(began)).minus(WRITING), started.toEpochMilli()).run();
    Results results =
        new Results(
            Results.SCHEMA,
            started,
            seconds(budget),
            seconds(sinceNanos(began)),
            outcome.complete(),
            ThisMachine.describe(),
            outcome.contests().stream().map(contest -> weighed(contest, footprints)).toList());
    Path json = out.resolve("results.json");
    ResultsJson.write(results, json);
    Path page = out.resolve("index.html");
    HtmlReport.write(results, page);
    print(results, outcome);
    print.println("report   " + page.toAbsolutePath().normalize());
    print.println("results  " + json.toAbsolutePath().normalize());
    print.flush();
    return outcome.failures().isEmpty() ? CommandLineTool.OK : CommandLineTool.FAILED;
  }

  private synchronized Comparer begin(ForkRunner runner, Duration left, long seed) {
    Comparer begun =
        new Comparer(
            suite,
            runner,
            System::nanoTime,
            left.isNegative() ? Duration.ZERO : left,
            seed,
            terminal.progress());
    comparer = begun;
    if (stopped) {
      begun.stop();
    }
    return begun;
  }

  private void print(Results results, Outcome outcome) {
    PrintWriter print = terminal.out();
    new ResultTable(print).print(results.contests());
    outcome
        .failures()
        .forEach(
            failure ->
                print.printf(
                    "failed: %s in %s: %s%n",
                    failure.subject(), failure.contest(), failure.reason()));
    if (!outcome.complete()) {
      print.println("interrupted: only rounds that were finished are counted");
    }
    printShortfalls(outcome.shortfalls());
  }

  private void printShortfalls(List<Shortfall> shortfalls) {
    if (shortfalls.isEmpty()) {
      return;
    }
    PrintWriter print = terminal.out();
    print.printf(
        "undecided for want of time: %d comparisons in %d of %d contests%n",
        shortfalls.stream().mapToInt(Shortfall::comparisons).sum(),
        shortfalls.stream().map(Shortfall::contest).distinct().count(),
        suite.contests().size());
    for (Shortfall shortfall : shortfalls) {
      print.printf(
          "  %s%s: %s%n",
          shortfall.contest(),
          shortfall.measure() == Measure.LATENCY ? ", latency" : "",
          switch (shortfall.rounds()) {
            case 0 -> "not reached";
            case 1 -> "1 round";
            default -> shortfall.rounds() + " rounds";
          });
    }
  }

  private static ContestResult weighed(ContestResult contest, Footprints footprints) {
    return new ContestResult(
        contest.name(),
        contest.question(),
        contest.workload(),
        contest.threads(),
        contest.subjects().stream()
            .map(subject -> weighed(subject, footprints.bytes(contest.name(), subject.name())))
            .toList(),
        contest.comparisons());
  }

  private static SubjectResult weighed(SubjectResult subject, OptionalLong bytes) {
    return new SubjectResult(
        subject.name(),
        subject.role(),
        subject.throughput(),
        subject.latency(),
        subject.bytesPerOperation(),
        bytes.isPresent() ? (Long) bytes.getAsLong() : null);
  }

  private static Duration sinceNanos(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
