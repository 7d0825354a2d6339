package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.Adviser;
import io.latchless.benchmarks.advice.Certainty;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Results;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * Prints the recommended structure for each scenario, with what it cannot do: first for the shares
 * of writes, then for the rates of a service.
 */
final class ScenarioTable {
  private final PrintWriter out;

  ScenarioTable(PrintWriter out) {
    this.out = out;
  }

  /** Prints the tables; leaves out a table none of whose scenarios was measured. */
  void print(Results results) {
    Measured measured = Measured.in(results);
    print(
        "Recommendations; for details run advise, or see the first screen of the report.",
        measured,
        Scenario::shape);
    print("The same six at the rates of a service.", measured, Scenario::atServiceRate);
  }

  private void print(String heading, Measured measured, Function<Scenario, Shape> shapes) {
    if (Arrays.stream(Scenario.values())
        .map(shapes)
        .allMatch(each -> measured.of(each).isEmpty())) {
      return;
    }
    out.println();
    out.println(heading);
    for (Scenario scenario : Scenario.values()) {
      Shape shape = shapes.apply(scenario);
      measured
          .of(shape)
          .ifPresentOrElse(
              contest -> print(scenario, Adviser.advise(shape, contest, scenario.wants())),
              () -> print(scenario.title(), mix(shape), "not measured"));
    }
  }

  private void print(Scenario scenario, Advice advice) {
    print(scenario.title(), mix(advice.shape()), line(advice));
    Candidate choice = advice.choice();
    if (choice != null && !choice.cannot().isEmpty()) {
      out.println("    cannot " + choice.cannot());
    }
  }

  private void print(String title, String mix, String line) {
    out.printf("  %-17s %-12s  %s%n", title, mix, line);
  }

  private static String mix(Shape shape) {
    return shape.hasRate()
        ? shape.ratePerSecond() + (shape.countsReads() ? " reads/s" : " updates/s")
        : shape.readPercent() + "/" + (100 - shape.readPercent());
  }

  private static String line(Advice advice) {
    Candidate choice = advice.choice();
    String against =
        advice
            .lead()
            .map(
                (Comparison lead) ->
                    String.format(Locale.ROOT, ", %.2f of %s", lead.ratio(), lead.opponent()))
            .orElse("");
    return "%s%s (%s)"
        .formatted(choice == null ? "none" : choice.name(), against, word(advice.certainty()));
  }

  private static String word(Certainty certainty) {
    return certainty == Certainty.NOISY ? "too noisy" : certainty.name().toLowerCase(Locale.ROOT);
  }
}
