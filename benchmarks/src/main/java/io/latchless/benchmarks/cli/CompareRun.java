package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.ContestOutcome;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Measure;
import io.latchless.benchmarks.compare.Shortfall;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of {@code compare}: it measures, writes the files, and prints the outcome. */
final class CompareRun {
  /** The part of the budget reserved for writing the report. */
  private static final Duration WRITING = Duration.ofSeconds(1);

  private final Suite suite;
  private final Duration budget;
  private final Path out;
  private final Terminal terminal;
  private final SuiteRun run;

  CompareRun(Suite suite, Duration budget, Path out, Terminal terminal) {
    this.suite = suite;
    this.budget = budget;
    this.out = out;
    this.terminal = terminal;
    this.run = new SuiteRun(suite, budget, WRITING, terminal.progress());
  }

  /** Asks the run to end early. Any thread may call this at any time. */
  void stop() {
    run.stop();
  }

  /**
   * Measures, writes the report, and prints the outcome.
   *
   * @return the exit code
   */
  int call(ForkRunner runner) throws IOException {
    PrintWriter print = terminal.out();
    print.printf(
        "contests: %d, subjects: %d, time: %s, cores: %d%n",
        suite.contests().size(),
        suite.contests().stream().mapToInt(contest -> contest.subjects().size()).sum(),
        Terminal.clock(budget),
        Runtime.getRuntime().availableProcessors());
    print.flush();
    SuiteRun.Ended ended = run.call(runner);
    Results results = ended.results();
    Path json = out.resolve("results.json");
    ResultsJson.write(results, json);
    Path page = out.resolve("index.html");
    HtmlReport.write(results, page);
    print(results, ended.outcome());
    print.println("report   " + page.toAbsolutePath().normalize());
    print.println("results  " + json.toAbsolutePath().normalize());
    print.flush();
    return ended.outcome().failures().isEmpty() ? CommandLineTool.OK : CommandLineTool.FAILED;
  }

  private void print(Results results, ContestOutcome outcome) {
    PrintWriter print = terminal.out();
    new ResultTable(print).print(results.contests());
    new ScenarioTable(print).print(results);
    outcome
        .failures()
        .forEach(
            failure ->
                print.printf(
                    "failed: %s in %s: %s%n",
                    failure.subject(), failure.contest(), failure.reason()));
    if (!outcome.complete()) {
      print.println("interrupted: only finished rounds are counted");
    }
    printShortfalls(outcome.shortfalls());
  }

  private void printShortfalls(List<Shortfall> shortfalls) {
    if (shortfalls.isEmpty()) {
      return;
    }
    PrintWriter print = terminal.out();
    print.printf(
        "undecided for lack of time: %d comparisons in %d of %d contests%n",
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
}
