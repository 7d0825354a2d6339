package io.latchless.benchmarks.report;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.Adviser;
import io.latchless.benchmarks.advice.Certainty;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first view of the report: the six scenarios, each with the recommended structure and the
 * reason.
 */
final class Matrix {
  private final Measured measured;
  private final Markup page;

  Matrix(Results results, Markup page) {
    this.measured = Measured.in(results);
    this.page = page;
  }

  /** Writes the matrix, unless no scenario was measured. */
  void write() {
    if (Arrays.stream(Scenario.values())
        .noneMatch(scenario -> measured.of(scenario.shape()).isPresent())) {
      return;
    }
    page.open("section", "class", "matrix", "aria-labelledby", "matrix");
    page.element("h2", "Six workloads: what should hold the state?", "id", "matrix");
    page.open("table", "role", "table", "aria-labelledby", "matrix");
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    heading("Workload");
    heading("Take");
    heading("Because");
    page.close().close();
    page.open("tbody", "role", "rowgroup");
    for (Scenario scenario : Scenario.values()) {
      row(scenario, measured.of(scenario.shape()));
    }
    page.close().close();
    page.element(
        "p",
        "2 threads with about 100 ns of local work between operations. For any other shape, run"
            + " advise.",
        "class",
        "caption");
    page.close();
  }

  private void heading(String text) {
    page.element("th", text, "role", "columnheader", "scope", "col");
  }

  private void row(Scenario scenario, Optional<ContestResult> contest) {
    page.open("tr", "role", "row", "class", "scenario");
    page.open("th", "role", "rowheader", "scope", "row");
    if (contest.isPresent()) {
      page.element("a", scenario.title(), "href", Place.link(contest.get()));
    } else {
      page.text(scenario.title());
    }
    page.text(" ").element("small", mix(scenario)).close();
    if (contest.isPresent()) {
      answer(Adviser.advise(scenario.shape(), contest.get(), scenario.wants()));
    } else {
      page.element("td", "–", "role", "cell", "class", "choice");
      page.element("td", "Not measured in this run.", "role", "cell");
    }
    page.close();
  }

  private static String mix(Scenario scenario) {
    int reads = scenario.shape().readPercent();
    Requirements wants = scenario.wants();
    return reads
        + "/"
        + (100 - reads)
        + (wants.equals(Requirements.NOTHING) ? "" : "; " + AdviceSentences.wants(wants));
  }

  private void answer(Advice advice) {
    page.open("td", "role", "cell", "class", "choice");
    Candidate choice = isAnswer(advice) ? advice.choice() : null;
    page.text(choice == null ? "–" : choice.name()).close();
    page.open("td", "role", "cell").text(AdviceSentences.reason(advice));
    String tears = AdviceSentences.tears(advice);
    if (!tears.isEmpty()) {
      page.text(" " + tears);
    }
    page.close();
  }

  private static boolean isAnswer(Advice advice) {
    return advice.certainty() != Certainty.UNDECIDED && advice.certainty() != Certainty.NOBODY;
  }
}
