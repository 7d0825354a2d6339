package io.latchless.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.Crossing;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.curves.PlantedSpeeds;
import io.latchless.benchmarks.curves.Sweep;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesSectionTest {
  private static final Shape COUNTER = new Shape(StructureKind.COUNTER, 90, 0, 2, 100);

  /** Returns a run of a map at two sizes, crossing, and of a counter over threads, not crossing. */
  private static Results run() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 2)
            .with("synchronized", shape -> 1.9)
            .with("copied HashMap", shape -> copied(shape))
            .with("Counter", shape -> 3);
    for (int size : new int[] {16, 64}) {
      Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, size, 2, 100), Axis.READS), speeds);
    }
    Sweep.run(new Curve(COUNTER, Axis.THREADS), speeds);
    return results(speeds);
  }

  private static double copied(Shape shape) {
    double breakEven = shape.size() == 16 ? 80.5 : 95.5;
    return 2 * Math.exp(0.2 * (shape.readPercent() - breakEven));
  }

  private static Results results(PlantedSpeeds speeds) {
    return SyntheticContest.run(
        speeds.measured().contests().values().toArray(ContestResult[]::new));
  }

  private static Document page(Path directory, Results results, @Nullable String beside)
      throws IOException {
    Path file = directory.resolve("curves.html");
    HtmlReport.write(results, file, beside);
    return Jsoup.parse(Files.readString(file));
  }

  @Test
  void saysWhoLeadsWhere(@TempDir Path directory) throws IOException {
    List<String> answers = page(directory, run(), null).select(".sweeps .answer").eachText();
    assertThat(answers)
        .containsExactly(
            "Below about 80.5 % reads, ConcurrentHashMap does more operations than copied HashMap;"
                + " above that, fewer (clear at 80 and at 81).",
            "Below about 95.5 % reads, ConcurrentHashMap does more operations than copied HashMap;"
                + " above that, fewer (clear at 95 and at 96).",
            "Counter leads at every measured point, from 1 to 16 threads.");
  }

  @Test
  void whatCannotBeToldApartIsSaidToBeSo(@TempDir Path directory) throws IOException {
    PlantedSpeeds speeds = new PlantedSpeeds().noise(0.5);
    Sweep.run(new Curve(COUNTER, Axis.THREADS), speeds);
    assertThat(page(directory, results(speeds), null).select(".sweeps .answer").text())
        .contains("the lead is unclear at 3 of 3 points.");
    PlantedSpeeds few =
        new PlantedSpeeds().rounds(3).with("Counter", shape -> shape.threads() > 3 ? 2 : 0.5);
    Sweep.run(new Curve(COUNTER, Axis.THREADS), few);
    assertThat(page(directory, results(few), null).select(".sweeps .answer").text())
        .contains(" or Counter has the highest median", "unclear at 3 of 3 points");
  }

  @Test
  void whatIsClearOnOneSideOnlyIsSaidToBe() {
    assertThat(
            CurveSentences.of(
                new Crossing(Axis.SIZE, 64, 2_048, "Old", "New", 1_234.4, null, 4_096),
                StructureKind.MAP))
        .isEqualTo(
            "Below about 1,234 entries, Old does more operations than New; above that, fewer (clear"
                + " at 4,096, but nowhere below it).");
    assertThat(
            CurveSentences.of(
                new Crossing(Axis.WORK, 0, 100, "Old", "New", 12.34, 0, null), StructureKind.MAP))
        .isEqualTo(
            "Below about 12.3 ns of local work, Old does more operations than New; above that,"
                + " fewer (clear at 0, but nowhere above it).");
  }

  @Test
  void everyCurveHasItsChartItsWordsAndItsTable(@TempDir Path directory) throws IOException {
    Results results = run();
    Document page = page(directory, results, null);
    List<MeasuredCurve> curves = MeasuredCurve.in(Measured.in(results));
    List<Element> sections = page.select(".sweeps > .figures > section");
    assertThat(curves).hasSize(3);
    assertThat(sections).hasSameSizeAs(curves);
    for (int i = 0; i < sections.size(); i++) {
      Element plot = sections.get(i).expectFirst(".plot[role=img][data-chart=curve]");
      assertThat(plot.attr("aria-label")).contains("Medians: at ");
      assertThat(sections.get(i).select("details tbody tr")).hasSameSizeAs(curves.get(i).points());
      JsonNode data = new ObjectMapper().readTree(plot.attr("data-curve"));
      assertThat(data.get("lines")).hasSameSizeAs(curves.get(i).names());
      for (JsonNode line : data.get("lines")) {
        assertThat(line.get("points")).hasSameSizeAs(curves.get(i).points());
      }
      assertThat(data.get("crossings")).hasSameSizeAs(curves.get(i).crossings());
    }
  }

  @Test
  void tableGivesUpdatesASecond(@TempDir Path directory) throws IOException {
    Element threads = page(directory, run(), null).select(".sweeps > .figures > section").get(2);
    assertThat(threads.select("thead th").eachText())
        .endsWith("the leader's updates per second")
        .contains("threads", "Counter", "LongAdder");
    // A tenth of the 3 M operations writes.
    assertThat(threads.select("tbody tr").get(0).select("td").eachText()).last().isEqualTo("300 k");
  }

  @Test
  void breakEvensAreInATableAndTwoCharts(@TempDir Path directory) throws IOException {
    Element section = page(directory, run(), null).expectFirst(".break-even");
    assertThat(section.select("tbody tr")).hasSize(8);
    assertThat(section.select("tbody tr").get(2).text())
        .matches(
            "16 copied HashMap synchronized up to 19\\.8 \\(clear at 19 and at 20\\)"
                + " 3\\d\\d k 2\\d\\d MiB");
    assertThat(section.select("tbody tr").get(0).text())
        .isEqualTo("16 SnapshotMap synchronized never, measured from 0 to 50 % writes – –");
    assertThat(section.select(".plot[data-chart=curve]")).hasSize(2);
    assertThat(section.select(".plot").attr("aria-label"))
        .contains(
            "SnapshotMap of 16 entries never breaks even with synchronized, measured from 0 to 50 %"
                + " writes.")
        .containsPattern(
            "copied HashMap of 64 entries does more operations than ConcurrentHashMap up to about"
                + " 4\\.5 % writes, \\S+ k updates per second, which leave \\S+ MiB of garbage per"
                + " second");
  }

  /** Plants a map under updates at two sizes, crossing. */
  private static PlantedSpeeds updates() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 2)
            .with("synchronized", shape -> 1.9)
            .with(
                "copied HashMap",
                shape ->
                    2 * Math.sqrt(16_000.0 / shape.size() / Math.max(1, shape.updatesPerSecond())));
    for (int size : new int[] {16, 64}) {
      Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, size, 2, 100), Axis.UPDATES), speeds);
    }
    return speeds;
  }

  @Test
  void curveOfUpdatesGivesTheShareThatTheyAre(@TempDir Path directory) throws IOException {
    Document page = page(directory, results(updates()), null);
    Element curve = page.select(".sweeps > .figures > section").get(0);
    assertThat(curve.select("h3").text())
        .isEqualTo(
            "A map: updates per second 16 entries; 2 threads; about 100 ns of local work before"
                + " each operation");
    assertThat(curve.select(".answer").text())
        .matches(
            "Below about (9[5-9]\\d|1,0[0-4]\\d) updates per second, copied HashMap does more"
                + " operations than ConcurrentHashMap; above that, fewer \\(clear at [\\d,]+ and at"
                + " [\\d,]+\\)\\.");
    assertThat(curve.select("thead th").eachText())
        .startsWith("updates per second of all threads together")
        .endsWith("the leader's writes");
    // 100,000 of 2 M.
    assertThat(curve.select("tbody tr:last-child").select("th, td").eachText())
        .startsWith("100,000")
        .endsWith("5.00 %");
    JsonNode data = new ObjectMapper().readTree(curve.expectFirst(".plot").attr("data-curve"));
    assertThat(data.get("log").asBoolean()).isTrue();
    assertThat(data.get("ticks")).extracting(JsonNode::asInt).contains(1, 1_000, 100_000);
  }

  @Test
  void breakEvensOfUpdatesHaveATableOfTheirOwn(@TempDir Path directory) throws IOException {
    PlantedSpeeds both = updates();
    Sweep.run(new Curve(new Shape(StructureKind.MAP, 90, 16, 2, 100), Axis.READS), both);
    Document page = page(directory, results(both), null);
    assertThat(page.select(".break-even h3").eachText())
        .containsExactly(
            "When copying on write breaks even: updates per second 2 threads; about 100 ns of local"
                + " work before each operation",
            "When copying on write breaks even: share of writes 2 threads; about 100 ns of local"
                + " work before each operation");
    Element rates = page.select(".break-even").get(0);
    assertThat(rates.select("tbody tr")).hasSize(8);
    assertThat(rates.select("tbody tr").get(3).text())
        .matches(
            "16 copied HashMap ConcurrentHashMap up to (9\\d\\d|1\\.0\\d k)"
                + " \\(clear at 649 and at 1,333\\) 0\\.0\\d+ % \\d+ KiB");
    assertThat(rates.select("tbody tr").get(0).text())
        .isEqualTo(
            "16 SnapshotMap synchronized never, measured from 1 to 100,000 updates per second – –");
    assertThat(rates.select(".plot[data-chart=curve]")).hasSize(2);
    assertThat(rates.select(".plot").attr("aria-label"))
        .contains(" updates per second (")
        .doesNotContain("% writes");
  }

  @Test
  void sizesUnderARateAreToldUnderWhich(@TempDir Path directory) throws IOException {
    PlantedSpeeds speeds = new PlantedSpeeds();
    Shape map = new Shape(StructureKind.MAP, 100, 300, 1_024, 2, 100);
    Sweep.run(new Curve(map, Axis.SIZE), speeds);
    assertThat(page(directory, results(speeds), null).select(".sweeps h3 small").text())
        .isEqualTo(
            "300 updates per second; 2 threads; about 100 ns of local work before each operation");
  }

  @Test
  void pageIsWellFormedAndItsIdsAreUnique(@TempDir Path directory) throws IOException {
    Document page = page(directory, run(), "index.html");
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Jsoup.parse(Files.readString(directory.resolve("curves.html")), "", parser);
    assertThat(parser.getErrors()).isEmpty();
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    int above = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(above + 1);
      above = level;
    }
  }

  @Test
  void leadsToTheComparisonWhereThereIsOne(@TempDir Path directory) throws IOException {
    assertThat(page(directory, run(), "index.html").select("header a[href=index.html]")).hasSize(1);
    assertThat(page(directory, run(), null).select("header a[href=index.html]")).isEmpty();
  }

  @Test
  void matrixIsLeftOutWhereNoScenarioWasMeasured(@TempDir Path directory) throws IOException {
    assertThat(page(directory, run(), null).select(".matrix")).isEmpty();
  }

  @Test
  void twoPointsAreNoCurve(@TempDir Path directory) throws IOException {
    Results two =
        SyntheticContest.run(
            SyntheticContest.of(COUNTER).build(),
            SyntheticContest.of(COUNTER.withThreads(4)).build());
    assertThat(page(directory, two, null).select(".sweeps")).isEmpty();
  }

  @Test
  void curvesSurviveTheirFile(@TempDir Path directory) throws IOException {
    Results results = run();
    Path file = directory.resolve("curves.json");
    ResultsJson.write(results, file);
    assertThat(MeasuredCurve.in(Measured.in(ResultsJson.read(file))))
        .isEqualTo(MeasuredCurve.in(Measured.in(results)));
  }
}
