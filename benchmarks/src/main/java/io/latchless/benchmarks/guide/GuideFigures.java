package io.latchless.benchmarks.guide;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.Adviser;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.curves.BreakEven;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.report.AdviceSentences;
import io.latchless.benchmarks.report.CurveSentences;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the figures of a run as Markdown for a guide. */
public final class GuideFigures {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String NOT_MEASURED = "Not measured in this run.";

  private final Results results;
  private final Measured measured;
  private final @Nullable Results sweeps;

  private GuideFigures(Results results, @Nullable Results sweeps) {
    this.results = results;
    this.measured = Measured.in(results);
    this.sweeps = sweeps;
  }

  /**
   * Returns a guide's text with the figures filled into its marked places.
   *
   * @param results a run of {@code compare}
   * @param sweeps a run of {@code curves}; null if the text has no place that needs one
   * @throws IllegalArgumentException if the text has no marked place, or one that cannot be filled
   */
  public static String into(String text, Results results, @Nullable Results sweeps) {
    if (MarkedText.places(text).isEmpty()) {
      throw new IllegalArgumentException("it has no place marked <!-- figures: name -->");
    }
    return MarkedText.filled(text, new GuideFigures(results, sweeps)::place);
  }

  private String place(String name) {
    return switch (name) {
      case "machine" -> machine(results);
      case "scenarios" -> scenarios(Scenario::shape);
      case "service-rates" -> scenarios(Scenario::atServiceRate);
      case "workloads" -> opponents(Scenario::shape);
      case "workloads-at-service-rates" -> opponents(Scenario::atServiceRate);
      case "types" -> new RunTables(results.contests(), "").types();
      case "tally" -> new RunTables(results.contests(), "").tally();
      case "break-evens" -> breakEvens(sweeps(name));
      case "curves" -> curves(sweeps(name));
      default -> table(name);
    };
  }

  /**
   * Renders a table of all contests, or of one chapter if the place's name ends in a hyphen and the
   * chapter.
   */
  private String table(String place) {
    int hyphen = place.indexOf('-');
    String kind = hyphen < 0 ? place : place.substring(0, hyphen);
    RunTables tables =
        new RunTables(results.contests(), hyphen < 0 ? "" : place.substring(hyphen + 1));
    return switch (kind) {
      case "comparisons" -> tables.comparisons();
      case "latencies" -> tables.latencies();
      case "memory" -> tables.memory();
      default ->
          throw new IllegalArgumentException(
              ("it has a place for %s; known places are machine, scenarios, service-rates,"
                      + " workloads, workloads-at-service-rates, types, tally, comparisons,"
                      + " latencies, memory, break-evens and curves")
                  .formatted(place));
    };
  }

  private Results sweeps(String place) {
    if (sweeps == null) {
      throw new IllegalArgumentException(
          "it has a place for " + place + ", which needs a run of curves");
    }
    return sweeps;
  }

  private static String machine(Results run) {
    Machine machine = run.machine();
    return "Measured on %s: %s, %d cores, %s, JDK %s; %d contests in %s.\n"
        .formatted(
            DAY.format(run.started()),
            machine.cpu(),
            machine.cores(),
            machine.os(),
            machine.jdk(),
            run.contests().size(),
            FigureText.duration(run.elapsedSeconds()));
  }

  /** Says up to how many writes copying on write pays, a line for each size and pair. */
  private static String breakEvens(Results sweeps) {
    return machine(sweeps)
        + MeasuredCurve.in(Measured.in(sweeps)).stream()
            .flatMap(curve -> BreakEven.of(curve).stream())
            .map(even -> "- " + CurveSentences.of(even) + "\n")
            .collect(Collectors.joining("", "\n", ""));
  }

  private static String curves(Results sweeps) {
    return MeasuredCurve.in(Measured.in(sweeps)).stream()
        .map(
            measured ->
                "- **%s** (%s). %s\n"
                    .formatted(
                        CurveSentences.title(measured.curve()),
                        CurveSentences.setting(measured.curve()),
                        CurveSentences.answer(measured)))
        .collect(Collectors.joining());
  }

  private String scenarios(Function<Scenario, Shape> shapes) {
    if (Arrays.stream(Scenario.values())
        .map(shapes)
        .allMatch(each -> measured.of(each).isEmpty())) {
      return NOT_MEASURED + "\n";
    }
    StringBuilder table =
        new StringBuilder("| workload | operations | take | it cannot | evidence |\n");
    table.append("|---|---|---|---|---|\n");
    for (Scenario scenario : Scenario.values()) {
      Shape shape = shapes.apply(scenario);
      table.append(
          "| %s | %s | %s |\n"
              .formatted(
                  scenario.title(),
                  shape.mixInWords(),
                  measured
                      .of(shape)
                      .map(contest -> Adviser.advise(shape, contest, scenario.wants()))
                      .map(GuideFigures::answer)
                      .orElse("– | | not measured in this run")));
    }
    return table.toString();
  }

  private static String answer(Advice advice) {
    Candidate choice = advice.choice();
    String tears = AdviceSentences.tears(advice);
    return "%s | %s | %s%s"
        .formatted(
            choice == null ? "–" : choice.name(),
            choice == null || choice.cannot().isEmpty() ? "–" : choice.cannot(),
            AdviceSentences.reason(advice),
            tears.isEmpty() ? "" : " " + tears);
  }

  private String opponents(Function<Scenario, Shape> shapes) {
    Map<ContestResult, Choice> contests = new LinkedHashMap<>();
    for (Scenario scenario : Scenario.values()) {
      Shape shape = shapes.apply(scenario);
      measured.of(shape).ifPresent(contest -> contests.put(contest, Choices.of(shape.shared())));
    }
    return contests.isEmpty() ? NOT_MEASURED + "\n" : RunTables.opponents(contests);
  }
}
