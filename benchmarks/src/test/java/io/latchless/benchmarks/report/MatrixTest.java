package io.latchless.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
  private final SyntheticContest registry =
      SyntheticContest.of(Scenario.PROCESS_REGISTRY.shape()).with("ConcurrentHashMap", 3);
  private final SyntheticContest state =
      SyntheticContest.of(Scenario.COMPLEX_STATE.shape())
          .with("several atomics", 4)
          .with("SnapshotRef", 2)
          .torn(0.05);

  @Test
  void comesFirstAfterTheMachineAndTheChartOfTheWorkloads(@TempDir Path directory)
      throws IOException {
    Element title = page(directory, run()).expectFirst("h1");
    assertThat(title.nextElementSiblings().stream().limit(3).map(Element::className))
        .containsExactly("run", "chart first", "matrix");
  }

  @Test
  void theChartOfTheWorkloadsHasThoseThatWereMeasured(@TempDir Path directory) throws IOException {
    Element plot = page(directory, run()).expectFirst("[data-chart=first]");
    assertThat(plot.attr("data-titles")).isEqualTo("Process registry|Complex state");
    assertThat(plot.attr("data-places").split(" ", -1)).hasSize(2);
    assertThat(plot.attr("aria-label")).contains("Process registry: ", "ConcurrentHashMap");
  }

  @Test
  void hasARowForEachScenarioMeasuredOrNot(@TempDir Path directory) throws IOException {
    Document page = page(directory, run());
    assertThat(page.select("tr.scenario .choice").eachText())
        .containsExactly("–", "–", "–", "ConcurrentHashMap", "–", "SnapshotRef");
    assertThat(page.select("tr.scenario").get(0).text())
        .startsWith("Process status 90/10")
        .endsWith("Not measured in this run.");
  }

  @Test
  void saysWhyAndAgainstWhomAndWhoTears(@TempDir Path directory) throws IOException {
    Document page = page(directory, run());
    assertThat(page.select("tr.scenario").get(3).text())
        .contains("ConcurrentHashMap does", "Readers take no lock, and a writer locks one bin");
    assertThat(page.select("tr.scenario").get(5).text())
        .contains("Several atomics is", "tears: 5 % of its reads");
  }

  @Test
  void isLeftOutWhereNoScenarioWasMeasured(@TempDir Path directory) throws IOException {
    assertThat(page(directory, new SampleResults().twenty()).select(".matrix")).isEmpty();
  }

  private Results run() {
    return SyntheticContest.run(registry.build(), state.build());
  }

  private static Document page(Path directory, Results results) throws IOException {
    Path file = directory.resolve("index.html");
    HtmlReport.write(results, file);
    return Jsoup.parse(Files.readString(file));
  }
}
