package io.latchless.benchmarks.browser;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.PlantedSpeeds;
import io.latchless.benchmarks.curves.Sweep;
import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.report.SampleResults;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The runs whose reports are checked. */
enum Sample {
  /** A run of ordinary size, with every kind of measurement. */
  FULL,
  /** A run with very many contests. */
  CROWDED,
  /** A run that was stopped early, with a contest for each outcome. */
  INTERRUPTED,
  /** A sweep with crossings and break-evens of copy-on-write. */
  CURVES,
  /** The six scenarios, and the changes since an earlier run. */
  SCENARIOS,
  /** A contest in which nothing could be compared. */
  UNCOMPARED,
  /** A run that was stopped before its first contest was finished. */
  EMPTY;

  Results results() {
    return switch (this) {
      case FULL -> new SampleResults().twenty();
      case CROWDED -> SampleResults.of(crowd(30), true);
      case INTERRUPTED ->
          SampleResults.of(new SampleResults().twenty().contests().subList(12, 14), false);
      case CURVES -> curves();
      case SCENARIOS -> scenarios(1);
      case UNCOMPARED -> SampleResults.of(List.of(SampleResults.bare("plain", "How fast?")), true);
      case EMPTY -> SampleResults.of(List.of(), false);
    };
  }

  /** Writes the report. */
  void write(Path file) throws IOException {
    if (this == SCENARIOS) {
      HtmlReport.write(MeasuredChanges.between(scenarios(1.5), results()), file);
    } else {
      HtmlReport.write(results(), file);
    }
  }

  private static Results curves() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 2)
            .with("copied HashMap", shape -> Math.exp(0.2 * (shape.readPercent() - 80)))
            .atMost(3);
    Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, 16, 2, 100), Axis.READS), speeds);
    return SyntheticContest.run(
        speeds.measured().contests().values().toArray(ContestResult[]::new));
  }

  private static Results scenarios(double registry) {
    return SyntheticContest.run(
        Arrays.stream(Scenario.values())
            .map(
                scenario ->
                    SyntheticContest.of(scenario.shape())
                        .with("HandlerRegistry", 3)
                        .with("SnapshotMap", registry)
                        .with("SnapshotRef", 2)
                        .with("several atomics", 4)
                        .torn(0.05)
                        .build())
            .toArray(ContestResult[]::new));
  }

  int contests() {
    return results().contests().size();
  }

  private static List<ContestResult> crowd(int size) {
    List<ContestResult> contests = new ArrayList<>();
    for (int copy = 0; contests.size() < size; copy++) {
      for (ContestResult contest : new SampleResults().twenty().contests()) {
        contests.add(renamed(contest, contest.name() + "-" + copy));
      }
    }
    return contests.subList(0, size);
  }

  private static ContestResult renamed(ContestResult contest, String name) {
    return new ContestResult(
        name,
        contest.question(),
        contest.workload(),
        contest.threads(),
        contest.subjects(),
        contest.comparisons());
  }
}
