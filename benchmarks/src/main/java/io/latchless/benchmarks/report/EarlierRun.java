package io.latchless.benchmarks.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.latchless.benchmarks.regression.ChangeVerdict;
import io.latchless.benchmarks.regression.MachineDifference;
import io.latchless.benchmarks.regression.MeasuredChange;
import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.regression.UnpairedContest;
import io.latchless.benchmarks.results.ContestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The changes since another run. Faster and slower measurements are in view; unchanged and
 * undecided ones are one click away.
 */
final class EarlierRun {
  private static final String ID = "against";

  /** The differences that are set in a code font. */
  private static final Set<String> CODE = Set.of("commit", "flags");

  private final MeasuredChanges changes;
  private final Markup page;

  EarlierRun(MeasuredChanges changes, Markup page) {
    this.changes = changes;
    this.page = page;
  }

  void write() {
    Instant other = changes.older().started();
    boolean later = other.isAfter(changes.newer().started());
    page.open("section", "class", "overview changes", "aria-labelledby", ID);
    page.element(
        "h2",
        (later ? "Against the run of " : "Against the earlier run of ") + FigureText.minute(other),
        "id",
        ID);
    if (later) {
      notice("The other run is the later one.", "What is faster here was slower then.");
    }
    List<MachineDifference> decisive =
        changes.machines().stream().filter(MachineDifference::decisive).toList();
    if (!decisive.isEmpty()) {
      notice(
          ChangeSentences.warning(decisive),
          "The comparison is therefore one of machines rather than of versions of the code.");
    }
    page.element("p", ChangeSentences.summary(changes), "class", "summary");
    if (!changes.all().isEmpty()) {
      tally();
      changed();
      folded(ChangeMark.UNDECIDED);
      folded(ChangeMark.AS_BEFORE);
    }
    leftOut();
    page.open("div", "class", "facts");
    method();
    machines();
    page.close().close();
  }

  private void notice(String warning, String consequence) {
    page.open("p", "class", "notice").element("strong", warning);
    page.text(" " + consequence).close();
  }

  private void tally() {
    page.open("ul", "class", "tally");
    for (ChangeMark mark : ChangeMark.values()) {
      page.open("li");
      page.element("b", Integer.toString(changes.with(mark.verdict()).size()));
      mark.write(page);
      page.close();
    }
    page.close();
  }

  private void changed() {
    List<MeasuredChange> changed =
        Stream.of(ChangeVerdict.SLOWER, ChangeVerdict.FASTER)
            .flatMap(verdict -> changes.with(verdict).stream())
            .toList();
    if (!changed.isEmpty()) {
      table("What changed", changed);
    }
  }

  private void folded(ChangeMark mark) {
    List<MeasuredChange> rows = changes.with(mark.verdict());
    if (!rows.isEmpty()) {
      page.open("details").element("summary", rows.size() + " " + mark.word());
      table("What is " + mark.word(), rows);
      page.close();
    }
  }

  /**
   * Writes a table of changes. The roles are spelled out for the same reason as in {@link
   * Overview}.
   */
  private void table(String name, List<MeasuredChange> rows) {
    page.open("table", "role", "table", "aria-label", name);
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    heading("Contest");
    heading("Measure");
    page.open("th", "role", "columnheader", "scope", "col", "class", "axis");
    page.element("span", "Interval, from slower to faster", "class", "unseen");
    page.open("div", "class", "plot", "data-chart", "changes", "aria-hidden", "true").close();
    page.close();
    heading("Change");
    heading("Verdict");
    page.close().close().open("tbody", "role", "rowgroup");
    rows.forEach(this::row);
    page.close().close();
  }

  private void heading(String text) {
    page.element("th", text, "role", "columnheader", "scope", "col");
  }

  private void row(MeasuredChange change) {
    ContestResult contest = change.contest();
    page.open("tr", "role", "row", "class", "comparison");
    page.open("th", "role", "rowheader", "scope", "row");
    page.element("a", Place.within(contest), "href", Place.link(contest)).text(" ");
    page.element("small", Place.group(contest)).close();
    page.open("td", "role", "cell", "class", "against");
    page.text(ReportedMeasure.label(change.metric()) + " ");
    page.element("small", ChangeSentences.rounds(change)).close();
    page.open("td", "role", "cell", "class", "interval");
    page.open("div", plot(change)).close().close();
    page.element("td", ChangeSentences.ratio(change), "role", "cell", "class", "figure");
    page.open("td", "role", "cell", "class", "verdict");
    ChangeMark.of(change.verdict()).write(page);
    page.close().close();
  }

  /** Returns the attributes that hold the figures for the script. Floats are finer than a pixel. */
  private static String[] plot(MeasuredChange change) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "class",
                "plot",
                "role",
                "img",
                "aria-label",
                ChangeSentences.of(change),
                "data-chart",
                "change",
                "data-verdict",
                change.verdict().name(),
                "data-ratio",
                Float.toString((float) change.ratio())));
    Double low = change.low();
    Double high = change.high();
    if (low != null && high != null) {
      attributes.addAll(List.of("data-low", Float.toString(low.floatValue())));
      attributes.addAll(List.of("data-high", Float.toString(high.floatValue())));
    }
    return attributes.toArray(String[]::new);
  }

  private void leftOut() {
    if (changes.leftOut().isEmpty()) {
      return;
    }
    record Cause(UnpairedContest.Part part, UnpairedContest.Reason reason) {}
    Map<Cause, List<UnpairedContest>> causes =
        changes.leftOut().stream()
            .collect(
                groupingBy(
                    each -> new Cause(each.part(), each.reason()), LinkedHashMap::new, toList()));
    page.open("details");
    page.element("summary", changes.leftOut().size() + " not compared");
    page.open("ul", "class", "lines");
    causes.forEach(
        (cause, all) -> {
          String separator = ChangeSentences.leftOut(cause.part, cause.reason) + ": ";
          page.open("li");
          for (UnpairedContest each : all) {
            page.text(separator).element("code", each.contest());
            separator = ", ";
          }
          page.close();
        });
    page.close().close();
  }

  private void method() {
    page.open("section").element("h3", "How the runs are compared");
    page.element(
        "p",
        "A machine is faster on one day than on the next. The comparison therefore uses ours"
            + " relative to its opponents in the same round, so that a drift of the whole machine"
            + " cancels out. The change is the median of the differences between every round of"
            + " this run and every round of the other, with a confidence interval of at least 95 %."
            + " Above 1, this run is better.");
    page.open("ul", "class", "legend");
    String smallest = Double.toString(ChangeVerdict.SMALLEST_CHANGE);
    String same = Double.toString(ChangeVerdict.STILL_THE_SAME);
    legend(ChangeMark.FASTER, "the whole interval lies above " + smallest);
    legend(ChangeMark.SLOWER, "the whole interval lies below 1/" + smallest);
    legend(ChangeMark.AS_BEFORE, "neither, and it lies between 1/" + same + " and " + same);
    legend(
        ChangeMark.UNDECIDED,
        "none of these, or fewer than " + Sentences.ROUNDS_NEEDED + " rounds in one of the runs");
    page.close().close();
  }

  private void legend(ChangeMark mark, String meaning) {
    page.open("li");
    mark.write(page);
    page.text(": " + meaning).close();
  }

  private void machines() {
    page.open("section").element("h3", "Where the two runs differ");
    List<MachineDifference> differences = changes.machines();
    if (differences.isEmpty()) {
      page.element(
          "p",
          "They do not differ in anything recorded: same machine, JDK, flags and" + " commit.");
      page.close();
      return;
    }
    page.open("dl");
    for (MachineDifference difference : differences) {
      page.open("div").element("dt", capitalised(difference.what()));
      String tag = CODE.contains(difference.what()) ? "code" : "span";
      page.open("dd").element(tag, difference.newer()).text(" ");
      page.open("small").text("before: ").element(tag, difference.older());
      page.close().close().close();
    }
    page.close().close();
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
