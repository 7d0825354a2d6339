package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one contest as tables: what allocation and room cost, and what the charts draw.
 */
final class ContestTables {
  private static final String UNMEASURED = "–";

  private final ContestResult contest;
  private final Markup page;

  ContestTables(ContestResult contest, Markup page) {
    this.contest = contest;
    this.page = page;
  }

  /** What stands beside the charts: allocation and footprint, where either was measured. */
  void beside() {
    boolean measured =
        contest.subjects().stream()
            .anyMatch(
                subject -> subject.bytesPerOperation() != null || subject.footprintBytes() != null);
    if (!measured) {
      return;
    }
    table("Memory", List.of("Subject", "allocated per operation", "one idle instance"));
    for (SubjectResult subject : contest.subjects()) {
      Double allocated = subject.bytesPerOperation();
      Long footprint = subject.footprintBytes();
      row(
          subject.name(),
          allocated == null ? UNMEASURED : Figures.bytes(allocated),
          footprint == null ? UNMEASURED : Figures.bytes(footprint));
    }
    endTable();
  }

  /** Every figure behind the charts, every round included. */
  void behind() {
    page.open("details", "class", "behind").element("summary", "All figures of this contest");
    throughput();
    if (!contest.comparisons().isEmpty()) {
      ratios();
    }
    List<SubjectResult> timed =
        contest.subjects().stream().filter(subject -> !subject.latency().isEmpty()).toList();
    if (!timed.isEmpty()) {
      latency(timed);
      latencyRounds(timed);
    }
    page.close();
  }

  private void throughput() {
    table(
        "Operations a second",
        List.of(
            "Subject", "takes part as", "rounds", "lowest", "median", "highest", "every round"));
    for (SubjectResult subject : contest.subjects()) {
      Spread spread = Spread.of(subject.throughput());
      row(
          subject.name(),
          role(subject.role()),
          Integer.toString(subject.throughput().size()),
          Figures.throughput(spread.low()),
          Figures.throughput(spread.median()),
          Figures.throughput(spread.high()),
          everyRound(subject.throughput()));
    }
    endTable();
  }

  private void ratios() {
    table(
        "Ratio of " + Place.ours(contest) + " to each opponent",
        List.of("Opponent", "measure", "rounds", "ratio", "from", "to", "verdict"));
    for (Comparison comparison : contest.comparisons()) {
      Double low = comparison.low();
      Double high = comparison.high();
      row(
          comparison.opponent(),
          Measure.label(comparison.metric()),
          Integer.toString(comparison.rounds()),
          Figures.ratio(comparison.ratio()),
          low == null ? UNMEASURED : Figures.ratio(low),
          high == null ? UNMEASURED : Figures.ratio(high),
          Mark.of(comparison.verdict()).word());
    }
    endTable();
  }

  private void latency(List<SubjectResult> timed) {
    table(
        "Time of one operation, median over the rounds",
        List.of("Subject", "p50", "p90", "p99", "p99.9", "p99.99", "max", "rounds", "samples"));
    for (SubjectResult subject : timed) {
      startRow(subject.name());
      for (Measure measure : Measure.values()) {
        page.element("td", Figures.time(Contest.median(subject, measure)));
      }
      page.element("td", Integer.toString(subject.latency().size()));
      long samples = subject.latency().stream().mapToLong(Latency::samples).sum();
      page.element("td", String.format(Locale.ROOT, "%,d", samples)).close();
    }
    endTable();
  }

  private void latencyRounds(List<SubjectResult> timed) {
    table(
        "Time of one operation, every round",
        List.of("Subject", "round", "p50", "p90", "p99", "p99.9", "p99.99", "max", "samples"));
    for (SubjectResult subject : timed) {
      for (int round = 0; round < subject.latency().size(); round++) {
        Latency latency = subject.latency().get(round);
        startRow(subject.name());
        page.element("td", Integer.toString(round + 1));
        for (Measure measure : Measure.values()) {
          page.element("td", Figures.time(measure.of(latency)));
        }
        page.element("td", String.format(Locale.ROOT, "%,d", latency.samples())).close();
      }
    }
    endTable();
  }

  /** A box that scrolls by itself, so that a wide table never makes the page scroll sideways. */
  private void table(String caption, List<String> columns) {
    page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
    page.open("table").element("caption", caption);
    page.open("thead").open("tr");
    columns.forEach(column -> page.element("th", column, "scope", "col"));
    page.close().close().open("tbody");
  }

  private void row(String subject, String... figures) {
    startRow(subject);
    for (String figure : figures) {
      page.element("td", figure);
    }
    page.close();
  }

  private void startRow(String subject) {
    page.open("tr").element("th", subject, "scope", "row");
  }

  private void endTable() {
    page.close().close().close();
  }

  private static String everyRound(List<Double> throughput) {
    return String.join(" · ", throughput.stream().map(Figures::throughput).toList());
  }

  private static String role(Role role) {
    return switch (role) {
      case OURS -> "ours";
      case MUTEX -> "mutex baseline";
      case PEER -> "peer";
    };
  }
}
