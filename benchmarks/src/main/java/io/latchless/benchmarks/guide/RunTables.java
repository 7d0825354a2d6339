package io.latchless.benchmarks.guide;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.report.Sentences;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Renders the contests of a run, or of one chapter, as Markdown tables. */
final class RunTables {
  private static final List<Metric> PERCENTILES =
      List.of(Metric.P50, Metric.P99, Metric.P999, Metric.P9999);

  /** Bytes per operation; a smaller figure is garbage of the harness. */
  private static final double LEAST_BYTES = 0.5;

  private final List<ContestResult> contests;

  /**
   * @param chapter the part of the contests' names before the first slash; empty for all contests
   */
  RunTables(List<ContestResult> contests, String chapter) {
    this.contests =
        contests.stream()
            .filter(contest -> chapter.isEmpty() || contest.name().startsWith(chapter + "/"))
            .toList();
  }

  /** Renders the throughput of every contest against each opponent, in the order of the run. */
  String comparisons() {
    StringBuilder table =
        new StringBuilder("| contest | opponent | ratio | |\n|---|---|---|---|\n");
    for (ContestResult contest : contests) {
      String name = contest.name();
      for (Comparison comparison : of(contest, Metric.THROUGHPUT)) {
        table.append("| %s |\n".formatted(row(name, contest, comparison)));
        name = "";
      }
    }
    return table.toString();
  }

  /**
   * Renders the throughput of contests against each opponent. If an opponent is ahead or level, the
   * last column says what it cannot do.
   */
  static String opponents(Map<ContestResult, Choice> contests) {
    StringBuilder table =
        new StringBuilder(
            "| contest | opponent | ratio | | what it cannot do |\n|---|---|---|---|---|\n");
    contests.forEach(
        (contest, choice) -> {
          String name = contest.name();
          for (Comparison comparison : of(contest, Metric.THROUGHPUT)) {
            table.append(
                "| %s | %s |\n"
                    .formatted(
                        row(name, contest, comparison),
                        isAheadOrLevel(comparison)
                            ? choice
                                .candidate(comparison.opponent())
                                .map(Candidate::cannot)
                                .filter(cannot -> !cannot.isEmpty())
                                .orElse("–")
                            : ""));
            name = "";
          }
        });
    return table.toString();
  }

  private static boolean isAheadOrLevel(Comparison comparison) {
    return comparison.verdict() == Verdict.WORSE
        || (comparison.verdict() == Verdict.TIE && !Sentences.tooNoisy(comparison));
  }

  private static String row(String name, ContestResult contest, Comparison comparison) {
    return "%s | %s (%s) | %s | %s"
        .formatted(
            name,
            comparison.opponent(),
            role(contest, comparison.opponent()),
            FigureText.ratio(comparison),
            verdict(comparison));
  }

  /** Renders the percentiles of the time of one operation, for every contest that sampled them. */
  String latencies() {
    StringBuilder table =
        new StringBuilder(
            "| contest | opponent | p50 | p99 | p99.9 | p99.99 |\n|---|---|---|---|---|---|\n");
    for (ContestResult contest : contests) {
      String name = contest.name();
      for (String opponent : timedAgainst(contest)) {
        table.append("| %s | %s (%s) |".formatted(name, opponent, role(contest, opponent)));
        for (Metric metric : PERCENTILES) {
          String cell =
              of(contest, metric).stream()
                  .filter(comparison -> comparison.opponent().equals(opponent))
                  .map(
                      comparison ->
                          (FigureText.ratio(comparison) + " " + verdict(comparison)).strip())
                  .findFirst()
                  .orElse("");
          table.append(" %s |".formatted(cell));
        }
        table.append('\n');
        name = "";
      }
    }
    return table.toString();
  }

  /**
   * Renders the bytes per operation and per idle instance. Subjects that allocate next to nothing
   * and have no footprint are left out.
   */
  String memory() {
    StringBuilder table =
        new StringBuilder(
            "| contest | | bytes per operation | bytes per idle instance |\n|---|---|---|---|\n");
    for (ContestResult contest : contests) {
      String name = contest.name();
      for (SubjectResult subject : contest.subjects()) {
        Double each = subject.bytesPerOperation();
        Long idle = subject.footprintBytes();
        if (idle != null || (each != null && each >= LEAST_BYTES)) {
          table.append(
              "| %s | %s | %s | %s |\n"
                  .formatted(
                      name,
                      subject.name(),
                      each == null ? "" : String.format(Locale.ROOT, "%,.1f", each),
                      idle == null ? "" : String.format(Locale.ROOT, "%,d", idle)));
          name = "";
        }
      }
    }
    return table.toString();
  }

  /** Returns a row for each type: how its throughput compares with mutexes, and with peers. */
  String types() {
    StringBuilder table =
        new StringBuilder(
            """
            | type | against a mutex | ratios | against a peer | ratios |
            |---|---|---|---|---|
            """);
    contests.stream()
        .collect(Collectors.groupingBy(RunTables::type, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (type, its) ->
                table.append(
                    "| %s | %s | %s |\n".formatted(type, cells(its, "mutex"), cells(its, "peer"))));
    return table.toString();
  }

  /**
   * Returns the second part of a contest's name, such as {@code mpmc}, or a common name for the six
   * workloads and one for their service rates.
   */
  private static String type(ContestResult contest) {
    return Shape.ofContest(contest.name())
        .map(shape -> shape.hasRate() ? "six workloads at service rates" : "six workloads")
        .orElseGet(() -> contest.name().split("/", -1)[1]);
  }

  private static String cells(List<ContestResult> contests, String role) {
    List<Comparison> all = throughput(contests, role);
    if (all.isEmpty()) {
      return " |";
    }
    DoubleSummaryStatistics ratios =
        all.stream().mapToDouble(Comparison::ratio).summaryStatistics();
    return "%s | %s to %s"
        .formatted(
            counts(all), FigureText.ratio(ratios.getMin()), FigureText.ratio(ratios.getMax()));
  }

  /** Counts the comparisons of throughput that were won, tied, lost and undecided. */
  String tally() {
    return "Throughput against a mutex: %s. Against a peer: %s.\n"
        .formatted(tally("mutex"), tally("peer"));
  }

  private String tally(String role) {
    return counts(throughput(contests, role));
  }

  private static List<Comparison> throughput(List<ContestResult> contests, String role) {
    return contests.stream()
        .flatMap(
            contest ->
                of(contest, Metric.THROUGHPUT).stream()
                    .filter(comparison -> role(contest, comparison.opponent()).equals(role)))
        .toList();
  }

  /** Counts the verdicts. A tie with an interval too wide to tell counts as too noisy. */
  private static String counts(List<Comparison> comparisons) {
    return "%d won, %d tied, %d lost, %d too noisy, %d undecided"
        .formatted(
            count(comparisons, each -> each.verdict() == Verdict.BETTER),
            count(comparisons, each -> each.verdict() == Verdict.TIE && !Sentences.tooNoisy(each)),
            count(comparisons, each -> each.verdict() == Verdict.WORSE),
            count(comparisons, Sentences::tooNoisy),
            count(comparisons, each -> each.verdict() == Verdict.UNDECIDED))
        .replace(", 0 undecided", "")
        .replace(", 0 too noisy", "");
  }

  private static long count(List<Comparison> comparisons, Predicate<Comparison> which) {
    return comparisons.stream().filter(which).count();
  }

  private static List<String> timedAgainst(ContestResult contest) {
    return contest.comparisons().stream()
        .filter(comparison -> PERCENTILES.contains(comparison.metric()))
        .map(Comparison::opponent)
        .distinct()
        .toList();
  }

  private static List<Comparison> of(ContestResult contest, Metric metric) {
    return contest.comparisons().stream()
        .filter(comparison -> comparison.metric() == metric)
        .toList();
  }

  private static String role(ContestResult contest, String opponent) {
    return contest.subjects().stream()
            .anyMatch(subject -> subject.name().equals(opponent) && subject.role() == Role.MUTEX)
        ? "mutex"
        : "peer";
  }

  private static String verdict(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> "";
      case WORSE -> "**lost**";
      case TIE -> Sentences.tooNoisy(comparison) ? "too noisy" : "tie";
      case UNDECIDED ->
          "undecided, %d round%s"
              .formatted(comparison.rounds(), comparison.rounds() == 1 ? "" : "s");
    };
  }
}
