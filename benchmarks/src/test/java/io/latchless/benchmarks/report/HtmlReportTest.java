package io.latchless.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Comparison WON =
      new Comparison(Metric.THROUGHPUT, "Winner's victim", 8, 2, 1.9, 2.1, Verdict.BETTER);
  private static final Comparison LOST =
      new Comparison(Metric.THROUGHPUT, "Loser's master", 8, 0.5, 0.4, 0.6, Verdict.WORSE);
  private static final Comparison TIED =
      new Comparison(Metric.P99, "Equal", 8, 1, 0.9, 1.1, Verdict.TIE);
  private static final Comparison UNDECIDED =
      new Comparison(Metric.THROUGHPUT, "Late", 3, 1.2, null, null, Verdict.UNDECIDED);

  @Test
  void namesWinsAndLossesAlike() throws IOException {
    Document page = page(planted());
    List<String> lists = page.select(".margins > section").eachText();
    assertThat(lists).hasSize(2);
    assertThat(lists.get(0))
        .startsWith("Where Latchless lost")
        .contains("Loser's master does 2.00 times the operations of LazyValue");
    assertThat(lists.get(1))
        .startsWith("Where Latchless won")
        .contains("LazyValue does 2.00 times the operations of Winner's victim");
    assertThat(page.select("p.summary").text()).contains("won 1 and lost 1");
  }

  @Test
  void overviewHasOneRowForEachComparisonWithVerdictInWords() throws IOException {
    Document page = page(planted());
    assertThat(page.select("tr.comparison").eachAttr("data-verdict"))
        .containsExactly("won", "lost", "tie", "undecided");
    assertThat(page.select("tr.comparison .verdict").eachText())
        .containsExactly("▲ won", "▼ lost", "= tie", "? undecided");
    assertThat(page.select("tr.comparison .figure").eachText())
        .containsExactly(
            "2.00 (1.90 to 2.10)",
            "0.50 (0.40 to 0.60)",
            "1.00 (0.90 to 1.10)",
            "1.20 (no interval)");
  }

  @Test
  void headingsAreWordsAndNotNamesOfClasses() throws IOException {
    Document page = page(planted());
    assertThat(page.select("th[role=columnheader], label, dt").eachText())
        .contains("Contest", "Flags")
        .noneMatch(text -> text.matches(".*[a-z][A-Z].*"));
  }

  @Test
  void winnerLoserTieAndNoiseAreEachCalledWhatTheyAre() throws IOException {
    Comparison noisy = new Comparison(Metric.THROUGHPUT, "Fickle", 8, 1.1, 0.5, 2.2, Verdict.TIE);
    Document page =
        page(SampleResults.of(List.of(SampleResults.bare("a/b/c", "?", WON, LOST, TIED, noisy))));
    assertThat(page.select(".answers .mark").eachText())
        .containsExactly("▲ won", "▼ lost", "= tie", "≈ too noisy");
    assertThat(page.select(".answers li > span + span").eachText())
        .containsExactly(
            "LazyValue does 2.00 times the operations of Winner's victim"
                + " (1.90 to 2.10, 8 rounds).",
            "Loser's master does 2.00 times the operations of LazyValue"
                + " (1.67 to 2.50, 8 rounds).",
            "At the 99th percentile, no difference between LazyValue and Equal could be"
                + " shown: ratio 1.00 (0.90 to 1.10, 8 rounds).",
            "The rounds vary too much to tell LazyValue from Fickle: ratio 1.10 (0.50 to 2.20, 8"
                + " rounds).");
  }

  @Test
  void everyChartHasItsWordsAndItsTable() throws IOException {
    Document page = page(new SampleResults().twenty());
    for (Element plot : page.select(".plot[role=img]")) {
      assertThat(plot.attr("aria-label")).isNotBlank();
    }
    for (Element contest : page.select("article")) {
      assertThat(contest.select("details table")).hasSizeGreaterThanOrEqualTo(3);
      assertThat(contest.select("figure .plot[role=img]")).hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(page.select("article details caption").eachText())
        .contains("Operations per second, every round", "Time of one operation, every round");
  }

  @Test
  void linksLeadSomewhereAndIdsAreUnique() throws IOException {
    Document page = page(new SampleResults().twenty());
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (String link : page.select("a").eachAttr("href")) {
      assertThat(link).startsWith("#");
      assertThat(ids).contains(link.substring(1));
    }
  }

  @Test
  void headingsDescendByOne() throws IOException {
    int above = 0;
    for (Element heading : page(new SampleResults().twenty()).select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(above + 1);
      above = level;
    }
  }

  @Test
  void namesStayText() throws IOException {
    String evil = "</script><img src=x onerror=alert(1)>&amp;\"'\u2028<!--<script>{{style}}";
    ContestResult contest =
        SampleResults.bare(
            evil + "/b/c d",
            evil,
            new Comparison(Metric.THROUGHPUT, evil, 8, 2, 1.9, 2.1, Verdict.BETTER));
    Document page = page(SampleResults.of(List.of(contest)));
    assertThat(page.select("img[onerror]")).isEmpty();
    assertThat(page.select("script")).hasSize(4);
    assertThat(page.select("article h3").text()).startsWith(evil);
    assertThat(embedded(page).get(0).get("question").asText()).isEqualTo(evil);
  }

  @Test
  void refersToNothingOutside() throws IOException {
    String source = source(new SampleResults().twenty());
    assertThat(
            Pattern.compile("(?i)(src|href)\\s*=\\s*[\"']?\\s*(https?:)?//").matcher(source).find())
        .isFalse();
    assertThat(Pattern.compile("(?i)url\\(|@import").matcher(styles(source)).find()).isFalse();
    Document page = Jsoup.parse(source);
    assertThat(page.select("script[src], img, iframe, link[rel=stylesheet]")).isEmpty();
    assertThat(source.length()).isLessThan(1_500_000);
  }

  @Test
  void carriesTheChartLibraryWithItsLicence() throws IOException {
    assertThat(source(planted()))
        .contains("Copyright 2010-2023 Mike Bostock")
        .contains("this permission notice appear in all copies");
  }

  @Test
  void isWellFormed() throws IOException {
    for (Results results : List.of(planted(), new SampleResults().twenty(), many(100))) {
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      Jsoup.parse(source(results), "", parser);
      assertThat(parser.getErrors()).isEmpty();
    }
  }

  @Test
  void saysSoWhenThereIsNothing() throws IOException {
    Document page = page(SampleResults.of(List.of(), false));
    assertThat(page.text())
        .contains("No contest was finished")
        .contains("The run was interrupted.");
    assertThat(page.select("article, .overview table")).isEmpty();
    assertThat(page.select("main a")).isEmpty();
  }

  @Test
  void contestWithoutComparisonsLatencyOrMemoryStillHasItsFigures() throws IOException {
    Document page = page(SampleResults.of(List.of(SampleResults.bare("plain", "How fast?"))));
    assertThat(page.select("article").text()).contains("Nothing was compared.", "3 M op/s");
    assertThat(page.select("figure.latency, figure.ratios")).isEmpty();
  }

  @Test
  void figuresThatAreNoNumbersDoNotStopIt() throws IOException {
    double never = Double.POSITIVE_INFINITY;
    Document page =
        page(
            SampleResults.of(
                List.of(
                    SampleResults.bare(
                        "a/b/c",
                        "Who stands still?",
                        new Comparison(
                            Metric.THROUGHPUT, "Lock", 8, never, never, never, Verdict.BETTER),
                        new Comparison(
                            Metric.P99, "Lock", 2, Double.NaN, null, null, Verdict.UNDECIDED)))));
    assertThat(page.select("article").text())
        .contains("keeps going where Lock completes no operation");
  }

  @Test
  void threadsBeyondTheCoresAreNotCalledScaling() throws IOException {
    Document page = page(new SampleResults().twenty());
    for (Element contest : page.select("article")) {
      boolean crowded = contest.select("h3").text().endsWith("8 threads");
      assertThat(contest.select(".setting").text().contains("preemption")).isEqualTo(crowded);
    }
  }

  @Test
  void machineIsNamed() throws IOException {
    assertThat(page(planted()).select("dl").text())
        .contains("AMD EPYC 7B13, 2 cores", "7.77 GiB", "17.0.15+6", "-XX:+AlwaysPreTouch", "2df4c")
        .contains("14 March 2026, 09:26 UTC", "4 min 47 s of 5 min 0 s, complete");
  }

  private static Results planted() {
    return SampleResults.of(
        List.of(SampleResults.bare("a/b/c", "Which one?", WON, LOST, TIED, UNDECIDED)));
  }

  private static Results many(int count) {
    List<ContestResult> contests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      contests.add(SampleResults.bare("area/type-" + i / 5 + "/" + i, "Which?", WON, LOST));
    }
    return SampleResults.of(contests);
  }

  private static Document page(Results results) throws IOException {
    return Jsoup.parse(source(results));
  }

  private static String source(Results results) throws IOException {
    Path file = Files.createTempFile("report", ".html");
    try {
      HtmlReport.write(results, file);
      return Files.readString(file);
    } finally {
      Files.delete(file);
    }
  }

  private static String styles(String source) {
    return Jsoup.parse(source).select("style").html();
  }

  private static JsonNode embedded(Document page) throws IOException {
    return new ObjectMapper().readTree(page.expectFirst("#contests").data());
  }
}
