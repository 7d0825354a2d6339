package io.latchless.benchmarks.report;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One chart of the six workloads: the ratio of ours to each opponent, with its interval. */
final class FirstChart {
  private final Results results;
  private final Markup page;

  FirstChart(Results results, Markup page) {
    this.results = results;
    this.page = page;
  }

  /** Writes the chart, unless no workload was measured. */
  void write() {
    List<String> places = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      measured(scenario)
          .ifPresent(
              contest -> {
                places.add(Integer.toString(results.contests().indexOf(contest)));
                titles.add(scenario.title());
                words.add(scenario.title() + ": " + inWords(contest));
              });
    }
    if (places.isEmpty()) {
      return;
    }
    page.open("figure", "class", "chart first");
    page.open("figcaption");
    page.element("strong", "Six workloads: operations per second, ours against each opponent");
    page.close();
    page.open(
        "div",
        "class",
        "plot",
        "role",
        "img",
        "aria-label",
        String.join(" ", words),
        "data-chart",
        "first",
        "data-places",
        String.join(" ", places),
        "data-titles",
        String.join("|", titles));
    page.close().close();
  }

  private Optional<ContestResult> measured(Scenario scenario) {
    return Measured.in(results)
        .of(scenario.shape())
        .filter(contest -> !contest.comparisons().isEmpty());
  }

  private static String inWords(ContestResult contest) {
    return contest.comparisons().stream()
        .filter(comparison -> comparison.metric() == Metric.THROUGHPUT)
        .map(comparison -> Sentences.of(Place.ours(contest), comparison))
        .collect(Collectors.joining(" "));
  }
}
