package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.Locale;

/**
 * Every comparison in one table, grouped by type, with its interval drawn beside its figures. The
 * table's roles are spelled out: on a narrow page its rows are laid out as a grid, and browsers
 * then no longer expose them as rows.
 */
final class Overview {
  private final Results results;
  private final Markup page;

  Overview(Results results, Markup page) {
    this.results = results;
    this.page = page;
  }

  void write() {
    Tally tally = Tally.of(results.contests());
    if (tally.total() == 0) {
      return;
    }
    page.open("section", "class", "overview", "aria-labelledby", "overview");
    page.element("h2", "All comparisons", "id", "overview");
    controls(tally);
    page.open("table", "role", "table", "aria-labelledby", "overview");
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    heading("Contest");
    heading("Against");
    page.open("th", "role", "columnheader", "scope", "col", "class", "axis");
    page.element("span", "Interval, from worse to better", "class", "unseen");
    page.open("div", "class", "plot", "data-chart", "scale", "aria-hidden", "true").close();
    page.close();
    heading("Ratio");
    heading("Verdict");
    page.close().close();
    Chapter.of(results.contests()).forEach(this::group);
    page.close().close();
  }

  private void controls(Tally tally) {
    page.open("form", "id", "filter", "class", "filter", "hidden", "hidden");
    page.open("fieldset").element("legend", "Show");
    for (Mark mark : Mark.values()) {
      page.open("label");
      page.single(
          "input", "type", "checkbox", "name", "verdict", "value", mark.style(), "checked", "");
      mark.write(page);
      page.text(" " + tally.count(mark)).close();
    }
    page.close();
    page.open("label", "class", "measure").text("Measure ");
    page.open("select", "name", "measure");
    page.element("option", "all", "value", "");
    page.element("option", "throughput", "value", "throughput");
    page.element("option", "latency", "value", "latency");
    page.close().close();
    page.element("p", "", "id", "shown", "class", "shown", "role", "status").close();
  }

  private void heading(String text) {
    page.element("th", text, "role", "columnheader", "scope", "col");
  }

  private void group(Chapter chapter) {
    if (chapter.entries().stream().allMatch(entry -> entry.contest().comparisons().isEmpty())) {
      return;
    }
    page.open("tbody", "role", "rowgroup");
    page.open("tr", "role", "row", "class", "group");
    page.open("th", "role", "rowheader", "scope", "rowgroup", "colspan", "5");
    page.element("a", chapter.title(), "href", Place.link(chapter));
    page.text(" ").element("code", chapter.group()).close().close();
    for (Chapter.Entry entry : chapter.entries()) {
      for (int i = 0; i < entry.contest().comparisons().size(); i++) {
        row(entry, i);
      }
    }
    page.close();
  }

  private void row(Chapter.Entry entry, int index) {
    ContestResult contest = entry.contest();
    Comparison comparison = contest.comparisons().get(index);
    Mark mark = Mark.of(comparison);
    String measure = ReportedMeasure.label(comparison.metric());
    page.open(
        "tr",
        "role",
        "row",
        "class",
        index == 0 ? "comparison" : "comparison again",
        "data-verdict",
        mark.style(),
        "data-measure",
        measure.split(" ", 2)[0].toLowerCase(Locale.ROOT));
    page.open("th", "role", "rowheader", "scope", "row");
    page.element("a", contest.question(), "href", Place.link(contest)).text(" ");
    page.element("code", Place.within(contest)).close();
    page.open("td", "role", "cell", "class", "against").text(comparison.opponent() + " ");
    page.element("small", measure).close();
    page.open("td", "role", "cell", "class", "interval");
    page.open(
        "div",
        "class",
        "plot",
        "role",
        "img",
        "aria-label",
        Sentences.of(Place.ours(contest), comparison),
        "data-chart",
        "interval",
        "data-contest",
        Integer.toString(entry.index()),
        "data-comparison",
        Integer.toString(index));
    page.close().close();
    page.element("td", Sentences.ratio(comparison), "role", "cell", "class", "figure");
    page.open("td", "role", "cell", "class", "verdict");
    mark.write(page);
    page.close().close();
  }
}
