package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one contest as tables: memory, and every figure behind the charts. */
final class ContestTables {
  private static final String UNMEASURED = "–";

  private final ContestResult contest;
  private final List<SubjectResult> timed;
  private final Markup page;

  ContestTables(ContestResult contest, Markup page) {
    this.contest = contest;
    this.timed =
        contest.subjects().stream().filter(subject -> !subject.latency().isEmpty()).toList();
    this.page = page;
  }

  /** Writes the tables beside the charts: latency and memory, if measured. */
  void beside() {
    if (timed.isEmpty() && !anyMemory()) {
      return;
    }
    page.open("div");
    if (!timed.isEmpty()) {
      percentiles();
    }
    if (anyMemory()) {
      memory();
    }
    page.close();
  }

  /** Writes every figure behind the charts, including every round. */
  void behind() {
    page.open("details", "class", "behind").element("summary", "All figures of this contest");
    throughput();
    throughputRounds();
    if (!contest.comparisons().isEmpty()) {
      ratios();
    }
    if (!timed.isEmpty()) {
      latency();
      latencyRounds();
    }
    page.close();
  }

  private boolean anyMemory() {
    return contest.subjects().stream()
        .anyMatch(
            subject -> subject.bytesPerOperation() != null || subject.footprintBytes() != null);
  }

  private void percentiles() {
    table("Percentiles, median over the rounds", headings("Subject", ReportedMeasure.SHORT));
    for (SubjectResult subject : timed) {
      startRow(subject.name());
      percentiles(subject, ReportedMeasure.SHORT);
      page.close();
    }
    endTable();
  }

  private void percentiles(SubjectResult subject, List<ReportedMeasure> measures) {
    for (ReportedMeasure measure : measures) {
      page.element("td", FigureText.time(measure.median(subject)));
    }
  }

  private void memory() {
    table("Memory", List.of("Subject", "allocated per operation", "one idle instance"));
    for (SubjectResult subject : contest.subjects()) {
      Double allocated = subject.bytesPerOperation();
      Long footprint = subject.footprintBytes();
      row(
          subject.name(),
          allocated == null ? UNMEASURED : FigureText.bytes(allocated),
          footprint == null ? UNMEASURED : FigureText.bytes(footprint.doubleValue()));
    }
    endTable();
  }

  private void throughput() {
    table(
        "Operations per second",
        List.of("Subject", "role", "rounds", "lowest", "median", "highest"));
    for (SubjectResult subject : contest.subjects()) {
      Spread spread = Spread.of(subject.throughput());
      row(
          subject.name(),
          role(subject.role()),
          Integer.toString(subject.throughput().size()),
          FigureText.throughput(spread.low()),
          FigureText.throughput(spread.median()),
          FigureText.throughput(spread.high()));
    }
    endTable();
  }

  private void throughputRounds() {
    int rounds =
        contest.subjects().stream().mapToInt(each -> each.throughput().size()).max().orElse(0);
    List<String> columns = new ArrayList<>(List.of("Subject"));
    for (int round = 1; round <= rounds; round++) {
      columns.add("round " + round);
    }
    table("Operations per second, every round", columns);
    for (SubjectResult subject : contest.subjects()) {
      startRow(subject.name());
      for (int round = 0; round < rounds; round++) {
        List<Double> figures = subject.throughput();
        page.element(
            "td", round < figures.size() ? FigureText.throughput(figures.get(round)) : UNMEASURED);
      }
      page.close();
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
          ReportedMeasure.label(comparison.metric()),
          Integer.toString(comparison.rounds()),
          Sentences.figure(comparison, comparison.ratio()),
          low == null ? UNMEASURED : Sentences.figure(comparison, low),
          high == null ? UNMEASURED : Sentences.figure(comparison, high),
          Mark.of(comparison).word());
    }
    endTable();
  }

  private void latency() {
    List<String> columns = headings("Subject", ReportedMeasure.ALL);
    columns.addAll(List.of("rounds", "samples"));
    table("Time of one operation, median over the rounds", columns);
    for (SubjectResult subject : timed) {
      startRow(subject.name());
      percentiles(subject, ReportedMeasure.ALL);
      page.element("td", Integer.toString(subject.latency().size()));
      page.element("td", samples(subject.latency().stream().mapToLong(Latency::samples).sum()));
      page.close();
    }
    endTable();
  }

  private void latencyRounds() {
    List<String> columns = headings("Subject, round", ReportedMeasure.ALL);
    columns.add("samples");
    table("Time of one operation, every round", columns);
    for (SubjectResult subject : timed) {
      for (int round = 0; round < subject.latency().size(); round++) {
        Latency latency = subject.latency().get(round);
        startRow(subject.name() + ", " + (round + 1));
        for (ReportedMeasure measure : ReportedMeasure.ALL) {
          page.element("td", FigureText.time(measure.of(latency)));
        }
        page.element("td", samples(latency.samples())).close();
      }
    }
    endTable();
  }

  private static List<String> headings(String first, List<ReportedMeasure> measures) {
    List<String> columns = new ArrayList<>(List.of(first));
    measures.forEach(measure -> columns.add(measure.label()));
    return columns;
  }

  private static String samples(long samples) {
    return String.format(Locale.ROOT, "%,d", samples);
  }

  /**
   * Writes a table in a box of its own that scrolls, so that a wide table never makes the page
   * scroll sideways. The box is a group, not a region: there are too many for landmarks.
   */
  private void table(String caption, List<String> columns) {
    page.open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-label", caption);
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

  private static String role(Role role) {
    return switch (role) {
      case OURS -> "ours";
      case MUTEX -> "mutex baseline";
      case PEER -> "peer";
    };
  }
}
