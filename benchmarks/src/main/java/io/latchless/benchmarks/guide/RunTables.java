package io.latchless.benchmarks.guide;

import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The contests of a run, or of one chapter of it, as tables in Markdown. */
final class RunTables {
  private static final List<Metric> PERCENTILES =
      List.of(Metric.P50, Metric.P99, Metric.P999, Metric.P9999);

  /** In an operation; less is what the harness leaves behind. */
  private static final double LEAST_BYTES = 0.5;

  private final List<ContestResult> contests;

  /**
   * @param chapter what the names of the contests begin with, before the first slash; empty for all
   */
  RunTables(List<ContestResult> contests, String chapter) {
    this.contests =
        contests.stream()
            .filter(contest -> chapter.isEmpty() || contest.name().startsWith(chapter + "/"))
            .toList();
  }

  /** Throughput of every contest against everyone, in the order of the run. */
  String comparisons() {
    StringBuilder table =
        new StringBuilder("| contest | opponent | ratio | |\n|---|---|---|---|\n");
    for (ContestResult contest : contests) {
      String name = contest.name();
      for (Comparison comparison : of(contest, Metric.THROUGHPUT)) {
        table.append(
            "| %s | %s (%s) | %s | %s |\n"
                .formatted(
                    name,
                    comparison.opponent(),
                    role(contest, comparison.opponent()),
                    FigureText.ratio(comparison),
                    verdict(comparison)));
        name = "";
      }
    }
    return table.toString();
  }

  /** Percentiles of the time of one operation, of every contest that was asked for them. */
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
   * Bytes of an operation and of an idle instance, without those who allocate next to nothing and
   * were not weighed.
   */
  String memory() {
    StringBuilder table =
        new StringBuilder(
            "| contest | | bytes an operation | bytes of an idle instance |\n|---|---|---|---|\n");
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

  /** How many comparisons of throughput were won, lost, level and left undecided. */
  String tally() {
    return "Of throughput against a mutex %s; against a peer %s.\n"
        .formatted(tally("mutex"), tally("peer"));
  }

  private String tally(String role) {
    List<Verdict> verdicts =
        contests.stream()
            .flatMap(
                contest ->
                    of(contest, Metric.THROUGHPUT).stream()
                        .filter(comparison -> role(contest, comparison.opponent()).equals(role)))
            .map(Comparison::verdict)
            .toList();
    return "%d rows are won, %d ties, %d lost, %d undecided"
        .formatted(
            count(verdicts, Verdict.BETTER::equals),
            count(verdicts, Verdict.TIE::equals),
            count(verdicts, Verdict.WORSE::equals),
            count(verdicts, Verdict.UNDECIDED::equals));
  }

  private static long count(List<Verdict> verdicts, Predicate<Verdict> which) {
    return verdicts.stream().filter(which).count();
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
      case TIE -> "tie";
      case UNDECIDED ->
          "undecided, %d round%s"
              .formatted(comparison.rounds(), comparison.rounds() == 1 ? "" : "s");
    };
  }
}
