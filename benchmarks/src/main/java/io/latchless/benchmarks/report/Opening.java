package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import java.util.Comparator;
import java.util.List;

/** The head of the report: the outcome, the widest wins and losses, and the machine. */
final class Opening {
  /** The number of margins in view; the others are one click away. */
  private static final int IN_VIEW = 5;

  private final Results results;
  private final Markup page;

  Opening(Results results, Markup page) {
    this.results = results;
    this.page = page;
  }

  void write() {
    page.element("p", "Comparison report", "class", "kicker");
    page.element("h1", "Latchless, measured against locks and peers");
    page.element("p", setting(), "class", "run");
    new FirstChart(results, page).write();
    new Matrix(results, page).write();
    new CurvesSection(results, page).write();
    page.element("p", Sentences.summary(results), "class", "summary");
    if (!results.complete()) {
      page.open("p", "class", "notice").element("strong", "The run was interrupted.");
      page.text(" The report covers the rounds finished by then.").close();
    }
    tally(Tally.of(results.contests()));
    page.open("div", "class", "margins");
    margins("Where Latchless lost", Mark.LOST);
    margins("Where Latchless won", Mark.WON);
    page.close();
    page.open("div", "class", "facts");
    machine(results.machine());
    reading(results.machine());
    page.close();
  }

  private String setting() {
    Machine machine = results.machine();
    return String.join(
        ", ",
        FigureText.minute(results.started()),
        machine.cpu(),
        FigureText.count(machine.cores(), "core"),
        "JDK " + machine.jdk());
  }

  private void tally(Tally tally) {
    if (tally.total() == 0) {
      return;
    }
    page.open("div", "class", "proportion", "aria-hidden", "true");
    for (Mark mark : Mark.values()) {
      if (tally.count(mark) > 0) {
        page.open("span", "class", mark.style(), "style", "flex-grow:" + tally.count(mark)).close();
      }
    }
    page.close();
    page.open("ul", "class", "tally");
    for (Mark mark : Mark.values()) {
      page.open("li").element("b", Integer.toString(tally.count(mark)));
      mark.write(page);
      page.close();
    }
    page.close();
  }

  /** A line in a list of margins. */
  private record Margin(ContestResult contest, Comparison comparison) {
    double width() {
      double width = Math.abs(Math.log(comparison.ratio()));
      return Double.isNaN(width) ? 0 : width;
    }
  }

  private void margins(String title, Mark mark) {
    List<Margin> margins =
        results.contests().stream()
            .flatMap(
                contest ->
                    contest.comparisons().stream()
                        .filter(comparison -> Mark.of(comparison) == mark)
                        .map(comparison -> new Margin(contest, comparison)))
            .sorted(Comparator.comparingDouble(Margin::width).reversed())
            .toList();
    page.open("section").element("h2", title);
    if (margins.isEmpty()) {
      page.element("p", "In no comparison.").close();
      return;
    }
    lines(margins.subList(0, Math.min(IN_VIEW, margins.size())));
    if (margins.size() > IN_VIEW) {
      page.open("details");
      page.element("summary", (margins.size() - IN_VIEW) + " more");
      lines(margins.subList(IN_VIEW, margins.size()));
      page.close();
    }
    page.close();
  }

  private void lines(List<Margin> margins) {
    page.open("ul", "class", "lines");
    for (Margin margin : margins) {
      ContestResult contest = margin.contest();
      page.open("li").text(Sentences.of(Place.ours(contest), margin.comparison()) + " ");
      page.element("a", Place.within(contest), "href", Place.link(contest)).close();
    }
    page.close();
  }

  private void machine(Machine machine) {
    page.open("section").element("h2", "When and where");
    page.open("dl");
    fact("Started", FigureText.minute(results.started()));
    fact(
        "Took",
        FigureText.duration(results.elapsedSeconds())
            + " of "
            + FigureText.duration(results.budgetSeconds())
            + (results.complete() ? ", complete" : ", interrupted"));
    fact("Processor", machine.cpu() + ", " + FigureText.count(machine.cores(), "core"));
    fact("Memory", FigureText.bytes((double) machine.memoryBytes()));
    fact("System", machine.os());
    fact("Java", machine.jdk() + ", " + machine.vm());
    page.open("div").element("dt", "Flags").open("dd");
    if (machine.flags().isEmpty()) {
      page.text("none");
    } else {
      page.open("details").element("summary", FigureText.count(machine.flags().size(), "flag"));
      machine.flags().forEach(flag -> page.element("code", flag).text(" "));
      page.close();
    }
    page.close().close();
    page.open("div").element("dt", "Commit").open("dd");
    page.element("code", machine.commit()).close().close();
    page.close().close();
  }

  private void fact(String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private void reading(Machine machine) {
    page.open("section").element("h2", "How to read this report");
    page.element(
        "p",
        "The subjects of a contest take turns, round by round, so that noise affects all of them."
            + " Each round yields one ratio of ours to each opponent. The report shows the median"
            + " of these ratios with its confidence interval of at least 95 %. Above 1, Latchless"
            + " is better: more operations per second, or less time per operation.");
    page.open("ul", "class", "legend");
    legend(Mark.WON, "the whole interval lies above 1");
    legend(Mark.LOST, "the whole interval lies below 1");
    legend(Mark.TIE, "the interval spans 1, so no difference could be shown");
    legend(
        Mark.NOISY,
        "the interval spans 1, and its upper end is more than "
            + Sentences.TOO_NOISY
            + " times the lower: the rounds vary too much to tell");
    legend(
        Mark.UNDECIDED, "fewer than " + Sentences.ROUNDS_NEEDED + " rounds allow no such interval");
    page.close();
    page.element(
        "p",
        "Of a hundred comparisons of equals at 95 %, about five are won or lost by chance. Trust a"
            + " result that repeats on your machine.");
    page.element("p", Sentences.cores(machine)).close();
  }

  private void legend(Mark mark, String meaning) {
    page.open("li");
    mark.write(page);
    page.text(": " + meaning).close();
  }
}
