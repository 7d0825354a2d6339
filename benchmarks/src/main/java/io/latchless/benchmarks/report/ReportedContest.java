package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.stream.Collectors;

/** A contest in the report: its question, the answer in sentences, and the charts behind it. */
final class ReportedContest {
  private final ContestResult contest;
  private final int index;
  private final Machine machine;
  private final Markup page;

  ReportedContest(Chapter.Entry entry, Machine machine, Markup page) {
    this.contest = entry.contest();
    this.index = entry.index();
    this.machine = machine;
    this.page = page;
  }

  void write() {
    page.open("article", "id", Place.id(contest), "class", "contest");
    page.open("h3").text(contest.question() + " ");
    page.element("small", FigureText.count(contest.threads(), "thread")).close();
    page.open("p", "class", "setting").text(contest.workload());
    page.open("span", "class", "where");
    if (Sentences.preempted(contest, machine)) {
      page.text("More threads than cores: this shows preemption, not scaling. ");
    }
    page.element("code", contest.name()).close().close();
    answers();
    page.open("div", "class", "figures");
    chart(
        "throughput",
        "Operations per second",
        "Each dot is a round, the bar their median.",
        throughputInWords());
    if (!contest.comparisons().isEmpty()) {
      chart(
          "ratios",
          "Ratio of " + Place.ours(contest) + " to each opponent",
          "Median of the paired rounds with its interval; above 1, "
              + Place.ours(contest)
              + " is better.",
          contest.comparisons().stream()
              .map(comparison -> Sentences.of(Place.ours(contest), comparison))
              .collect(Collectors.joining(" ")));
    }
    if (hasLatency()) {
      chart(
          "latency",
          "Time of one operation",
          "Median over the rounds at each percentile; thin lines span the fastest to the slowest"
              + " round.",
          latencyInWords());
    }
    ContestTables tables = new ContestTables(contest, page);
    tables.beside();
    page.close();
    tables.behind();
    page.close();
  }

  private void answers() {
    if (contest.comparisons().isEmpty()) {
      page.element("p", "Nothing was compared.");
      return;
    }
    page.open("ul", "class", "answers");
    for (Comparison comparison : contest.comparisons()) {
      page.open("li");
      Mark.of(comparison).write(page);
      page.element("span", Sentences.of(Place.ours(contest), comparison)).close();
    }
    page.close();
  }

  private void chart(String kind, String title, String caption, String inWords) {
    page.open("figure", "class", "chart " + kind);
    page.open("figcaption").element("strong", title).text(" ");
    page.element(
        "span", caption + " " + Sentences.threads(contest, machine) + ".", "class", "caption");
    page.close();
    page.open(
        "div",
        "class",
        "plot",
        "role",
        "img",
        "aria-label",
        inWords,
        "data-chart",
        kind,
        "data-contest",
        Integer.toString(index));
    page.close().close();
  }

  private boolean hasLatency() {
    return contest.subjects().stream().anyMatch(subject -> !subject.latency().isEmpty());
  }

  private String throughputInWords() {
    return contest.subjects().stream()
        .map(
            subject ->
                subject.name()
                    + " "
                    + FigureText.throughput(Spread.of(subject.throughput()).median()))
        .collect(Collectors.joining(", ", "Operations per second, median: ", "."));
  }

  private String latencyInWords() {
    return contest.subjects().stream()
        .filter(subject -> !subject.latency().isEmpty())
        .map(ReportedContest::latencyInWords)
        .collect(Collectors.joining("; ", "Time of one operation: ", "."));
  }

  private static String latencyInWords(SubjectResult subject) {
    return ReportedMeasure.SHORT.stream()
        .map(measure -> measure.label() + " " + FigureText.time(measure.median(subject)))
        .collect(Collectors.joining(", ", subject.name() + " ", ""));
  }
}
