package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.Adviser;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Prints the recommended structure for each scenario, one line each. */
final class ScenarioTable {
  private final PrintWriter out;

  ScenarioTable(PrintWriter out) {
    this.out = out;
  }

  /** Prints the table; prints nothing if no scenario was measured. */
  void print(Results results) {
    Measured measured = Measured.in(results);
    if (measured.contests().isEmpty()) {
      return;
    }
    out.println();
    out.println("Recommendations; for details run advise, or see the first screen of the report.");
    for (Scenario scenario : Scenario.values()) {
      Optional<ContestResult> contest = measured.of(scenario.shape());
      int reads = scenario.shape().readPercent();
      out.printf(
          Locale.ROOT,
          "  %-17s %2d/%-2d  %s%n",
          scenario.title(),
          reads,
          100 - reads,
          contest
              .map(each -> line(Adviser.advise(scenario.shape(), each, scenario.wants())))
              .orElse("not measured"));
    }
  }

  private static String line(Advice advice) {
    Candidate choice = advice.choice();
    String certainty = advice.certainty().name().toLowerCase(Locale.ROOT);
    String against =
        advice
            .lead()
            .map(
                (Comparison lead) ->
                    String.format(Locale.ROOT, ", %.2f of %s", lead.ratio(), lead.opponent()))
            .orElse("");
    return (choice == null ? "none" : choice.name()) + against + " (" + certainty + ")";
  }
}
