package io.latchless.benchmarks.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.PlantedSpeeds;
import io.latchless.benchmarks.curves.Sweep;
import io.latchless.benchmarks.report.SampleResults;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Results;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideFiguresTest {
  private static final Results RUN =
      SyntheticContest.run(
          SyntheticContest.of(Scenario.PROCESS_REGISTRY.shape())
              .with("ConcurrentHashMap", 3)
              .build());

  @Test
  void placesAreFilledAndProseStays() {
    String text =
        """
        # A guide
        before <!-- figures: scenarios -->
        old
        <!-- end --> after
        <!-- figures: machine -->
        <!-- end -->
        """;
    String filled = GuideFigures.into(text, RUN, null);
    assertThat(filled)
        .startsWith("# A guide\nbefore <!-- figures: scenarios -->\n| workload |")
        .contains(
            "| Process registry | 85 % reads | ConcurrentHashMap | show one moment, batch changes",
            " | ConcurrentHashMap does ")
        .contains(
            "| Complex state | 80 % reads | – | | not measured in this run |\n<!-- end --> after\n")
        .contains("Measured on 14 March 2026: Difference Engine 2, 4 cores, Linux 6, JDK 17")
        .doesNotContain("\nold\n");
    assertThat(GuideFigures.into(filled, RUN, null)).isEqualTo(filled);
  }

  @Test
  void runWithoutServiceRatesLeavesTheirPlacesAlmostEmpty() {
    for (String place : List.of("service-rates", "workloads-at-service-rates")) {
      assertThat(GuideFigures.into("<!-- figures: " + place + " -->\n<!-- end -->", RUN, null))
          .isEqualTo("<!-- figures: " + place + " -->\nNot measured in this run.\n<!-- end -->");
    }
  }

  @Test
  void serviceRatesAreToldApartFromShares() {
    Results run =
        SyntheticContest.run(
            SyntheticContest.of(Scenario.LOG_BUFFER.atServiceRate())
                .with("synchronized", 3)
                .build());
    assertThat(GuideFigures.into("<!-- figures: service-rates -->\n<!-- end -->", run, null))
        .contains(
            "| Log buffer | 10 reads per second | synchronized | go on past a stopped owner |");
    assertThat(GuideFigures.into("<!-- figures: scenarios -->\n<!-- end -->", run, null))
        .contains("Not measured in this run.");
    assertThat(GuideFigures.into("<!-- figures: types -->\n<!-- end -->", run, null))
        .contains("| six workloads at service rates |");
  }

  @Test
  void whatAnOpponentCannotDoIsSaidIfItIsAheadOrLevel() {
    Results run =
        SyntheticContest.run(
            SyntheticContest.of(Scenario.REQUEST_COUNTERS.shape())
                .with("LongAdder", 3)
                .with("synchronized", 0.2)
                .build());
    assertThat(GuideFigures.into("<!-- figures: workloads -->\n<!-- end -->", run, null))
        .containsPattern("LongAdder \\(peer\\) \\| .* \\| reset without losing counts \\|")
        .containsPattern("ReentrantLock \\(mutex\\) \\| .* \\| go on past a stopped owner \\|")
        .containsPattern("AtomicLong \\(peer\\) \\| .* \\| – \\|")
        .containsPattern("synchronized \\(mutex\\) \\| .* \\|  \\|  \\|");
  }

  @Test
  void sweepsAreToldInWords() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 2)
            .with("copied HashMap", shape -> Math.exp(0.2 * (shape.readPercent() - 80)));
    Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, 16, 2, 100), Axis.READS), speeds);
    Results sweeps =
        SyntheticContest.run(speeds.measured().contests().values().toArray(ContestResult[]::new));
    String text =
        "<!-- figures: curves -->\n<!-- end -->\n<!-- figures: break-evens -->\n<!-- end -->";
    assertThat(GuideFigures.into(text, RUN, sweeps))
        .contains("- **A map: share of reads** (16 entries; 2 threads; ")
        .contains("ConcurrentHashMap does more operations than copied HashMap")
        .contains(
            "- copied HashMap of 16 entries does more operations than ConcurrentHashMap up to about"
                + " ");
    assertThatThrownBy(() -> GuideFigures.into(text, RUN, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it has a place for curves, which needs a run of curves");
  }

  @Test
  void sweepsOfUpdatesAreToldByTheSecond() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 2)
            .with("copied HashMap", shape -> 40 / Math.sqrt(shape.updatesPerSecond()));
    Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, 16, 2, 100), Axis.UPDATES), speeds);
    Results sweeps =
        SyntheticContest.run(speeds.measured().contests().values().toArray(ContestResult[]::new));
    String text =
        "<!-- figures: curves -->\n<!-- end -->\n<!-- figures: break-evens -->\n<!-- end -->";
    assertThat(GuideFigures.into(text, RUN, sweeps))
        .contains("- **A map: updates per second** (16 entries; 2 threads; ")
        .containsPattern(
            "- copied HashMap of 16 entries does more operations than ConcurrentHashMap up to about"
                + " \\d{3} updates per second \\(0\\.02\\d* % of its operations\\), which leave"
                + " \\d{3} KiB of garbage per second")
        .contains(
            "never breaks even with ConcurrentHashMap, measured from 1 to 100,000 updates per"
                + " second.")
        .doesNotContain("% writes");
  }

  @Test
  void tablesAreOfOneChapterWhereOneIsNamed() {
    Results run = new SampleResults().twenty();
    String all = GuideFigures.into("<!-- figures: comparisons -->\n<!-- end -->", run, null);
    assertThat(run.contests()).allSatisfy(contest -> assertThat(all).contains(contest.name()));
    String chapter = "ringbuffer";
    for (String kind : List.of("comparisons", "memory", "latencies")) {
      String text = "<!-- figures: %s-%s -->\n<!-- end -->".formatted(kind, chapter);
      String filled = GuideFigures.into(text, run, null);
      assertThat(filled).contains("| " + chapter + "/");
      assertThat(filled.lines().filter(line -> line.matches("\\| [a-z].*/.*")))
          .allSatisfy(line -> assertThat(line).startsWith("| " + chapter + "/"));
    }
  }

  @Test
  void tallyCountsEveryVerdict() {
    Results run = new SampleResults().twenty();
    String filled = GuideFigures.into("<!-- figures: tally -->\n<!-- end -->", run, null);
    long counted =
        Pattern.compile("\\d+")
            .matcher(filled)
            .results()
            .mapToLong(count -> Long.parseLong(count.group()))
            .sum();
    assertThat(counted)
        .isPositive()
        .isEqualTo(
            run.contests().stream()
                .flatMap(contest -> contest.comparisons().stream())
                .filter(comparison -> comparison.metric() == Metric.THROUGHPUT)
                .count());
  }

  @Test
  void placesThatAreNotKnownAreRefused() {
    assertThatThrownBy(() -> GuideFigures.into("<!-- figures: moon -->\n<!-- end -->", RUN, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a place for moon; known places are machine, scenarios");
    assertThatThrownBy(() -> GuideFigures.into("no place", RUN, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no place");
  }
}
