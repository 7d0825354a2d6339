package io.latchless.benchmarks.report;

import static io.latchless.benchmarks.regression.Runs.FRIDAY;
import static io.latchless.benchmarks.regression.Runs.MONDAY;
import static io.latchless.benchmarks.regression.Runs.about;
import static io.latchless.benchmarks.regression.Runs.contest;
import static io.latchless.benchmarks.regression.Runs.just;
import static io.latchless.benchmarks.regression.Runs.lock;
import static io.latchless.benchmarks.regression.Runs.machine;
import static io.latchless.benchmarks.regression.Runs.ours;
import static io.latchless.benchmarks.regression.Runs.run;
import static io.latchless.benchmarks.regression.Runs.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {
  private static final double[] NOISY = {10, 300, 40, 900, 70, 20, 500, 150};

  private static final double[] UNSURE = {100, 110, 90, 104, 95, 120, 85, 97};

  private Path file = Path.of("");

  @BeforeEach
  void keepPageIn(@TempDir Path directory) {
    file = directory.resolve("index.html");
  }

  @Test
  void plantedChangesAreEachCalledWhatTheyAre() throws IOException {
    Element section = section(planted());
    assertThat(section.expectFirst("h2").text())
        .isEqualTo("Against the earlier run of 9 March 2026, 08:00 UTC");
    assertThat(section.expectFirst("p.summary").text())
        .isEqualTo(
            "Of the 8 measurements in both runs, 2 became faster and 2 slower; 1 stayed as before,"
                + " and 3 remain undecided.");
    assertThat(section.select(".tally li").eachText())
        .containsExactly("2▲ faster", "2▼ slower", "1= as before", "3? undecided");
    assertThat(section.select("tr.comparison .plot").eachAttr("aria-label"))
        .containsExactly(
            "At the median, an operation of Ours takes 2.00 times as long as before,"
                + " relative to 1 opponent (1.99 to 2.01; 8 rounds, 8 before).",
            "At the 99th percentile, an operation of Ours takes 2.00 times as long as before,"
                + " relative to 1 opponent (1.99 to 2.01; 8 rounds, 8 before).",
            "Ours does 2.00 times as many operations as before, relative to 1 opponent (1.99 to"
                + " 2.01; 8 rounds, 8 before).",
            "Ours does 1.20 times as many operations as before, relative to 1 opponent (1.20 to"
                + " 1.20; 8 rounds, 8 before).",
            "In throughput, it is undecided whether Ours changed:"
                + " 8 rounds, 4 before; 6 of each are needed.",
            "In throughput, it is undecided whether Ours changed: the rounds vary too much, ratio"
                + " 1.33 (0.19 to 9.33; 8 rounds, 8 before).",
            "In throughput, it is undecided whether Ours changed: the rounds are too few for how"
                + " much they vary, ratio 1.11 (0.98 to 1.26; 8 rounds, 8 before).",
            "In throughput, Ours is unchanged to within 10 %: ratio 1.00 (1.00 to 1.00; 8 rounds, 8"
                + " before).");
  }

  @Test
  void changesAreInViewAndTheRestIsFolded() throws IOException {
    Element section = section(planted());
    assertThat(section.select("> table tr.comparison .verdict").eachText())
        .containsExactly("▼ slower", "▼ slower", "▲ faster", "▲ faster");
    assertThat(section.select("details summary").eachText())
        .containsExactly("3 undecided", "1 as before", "2 not compared");
    assertThat(section.select("details li").eachText())
        .containsExactly(
            "Contests only in this run: a/b/new", "Contests only in the other run: a/b/gone");
  }

  @Test
  void rowsGiveTheChangeItsRoundsAndALinkToTheContest() throws IOException {
    Document page = page(planted());
    Element row = page.select(".changes tr.comparison").get(2);
    assertThat(row.expectFirst("th").text()).isEqualTo("up a/b");
    assertThat(row.expectFirst("a").attr("href")).isEqualTo("#contest/a/b/up");
    assertThat(page.select("article").eachAttr("id")).contains("contest/a/b/up");
    assertThat(row.expectFirst(".against").text()).isEqualTo("throughput 8 rounds, 8 before");
    assertThat(row.expectFirst(".figure").text()).isEqualTo("2.00 (1.99 to 2.01)");
    Element plot = row.expectFirst(".plot");
    assertThat(plot.attr("data-verdict")).isEqualTo("FASTER");
    assertThat(Double.parseDouble(plot.attr("data-ratio"))).isBetween(1.99, 2.01);
    assertThat(Double.parseDouble(plot.attr("data-low"))).isBetween(1.98, 2.0);
    assertThat(Double.parseDouble(plot.attr("data-high"))).isBetween(2.0, 2.02);
  }

  @Test
  void standsBeforeAllComparisons() throws IOException {
    Results newer = SampleResults.of(new SampleResults().twenty().contests());
    Document page = page(MeasuredChanges.between(run(MONDAY), newer));
    assertThat(page.select("main > section > h2").eachText().subList(0, 2))
        .containsExactly("Against the earlier run of 9 March 2026, 08:00 UTC", "All comparisons");
  }

  @Test
  void sameMachineIsSaidToBeTheSame() throws IOException {
    Element section = section(planted());
    assertThat(section.select(".notice")).isEmpty();
    assertThat(section.text()).contains("They do not differ in anything recorded");
  }

  @Test
  void otherMachineIsWarnedOf() throws IOException {
    Element section =
        section(on(new Machine("Xeon", 4, 8L << 30, "Linux 6.1", "25+36", "VM", List.of(), "fff")));
    assertThat(section.expectFirst(".notice").text())
        .isEqualTo(
            "The processor, number of cores and JDK differ between the two runs. The comparison is"
                + " therefore one of machines rather than of versions of the code.");
    assertThat(section.select("dl > div").eachText())
        .contains(
            "Processor Xeon before: AMD EPYC 7B13",
            "JDK 25+36 before: 17.0.15+6",
            "Commit fff before: 2df4c44d51")
        .noneMatch(line -> line.startsWith("Memory"));
  }

  @Test
  void otherCommitIsNamedWithoutWarning() throws IOException {
    Machine same = machine();
    Element section =
        section(
            on(
                new Machine(
                    same.cpu(),
                    2,
                    same.memoryBytes(),
                    same.os(),
                    same.jdk(),
                    same.vm(),
                    same.flags(),
                    "fff")));
    assertThat(section.select(".notice")).isEmpty();
    assertThat(section.select("dl > div").eachText())
        .containsExactly("Commit fff before: 2df4c44d51");
  }

  @Test
  void laterRunIsNotCalledEarlier() throws IOException {
    ContestResult contest = contest("a/b/c", ours(about(1)), lock(just(1)));
    Element section = section(MeasuredChanges.between(run(FRIDAY, contest), run(MONDAY, contest)));
    assertThat(section.expectFirst("h2").text())
        .isEqualTo("Against the run of 13 March 2026, 17:30 UTC");
    assertThat(section.expectFirst(".notice").text()).startsWith("The other run is the later one.");
  }

  @Test
  void runsWithNothingInCommonSaySo() throws IOException {
    Element section =
        section(
            MeasuredChanges.between(
                run(MONDAY, contest("a/b/c", ours(about(1)), lock(just(1)))),
                run(FRIDAY, contest("a/b/d", ours(about(1)), lock(just(1))))));
    assertThat(section.text()).contains("no measurement in common");
    assertThat(section.select("table")).isEmpty();
  }

  @Test
  void namesStayTextAndThePageIsWellFormed() throws IOException {
    String evil = "a/</script><img src=x onerror=alert(1)>/&\"'";
    Results run =
        run(MONDAY, contest(evil, ours(about(1)), lock(just(1))), contest("a/b/c", ours(about(1))));
    Results other = run(FRIDAY, contest(evil, ours(about(3)), lock(just(1))));
    HtmlReport.write(MeasuredChanges.between(run, other), file);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = Jsoup.parse(Files.readString(file), "", parser);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("img")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select(".changes a").text()).isEqualTo("&\"'");
  }

  @Test
  void reportOfOneRunHasNoSuchSection() throws IOException {
    HtmlReport.write(run(MONDAY), file);
    assertThat(Jsoup.parse(Files.readString(file)).select(".changes")).isEmpty();
  }

  private static MeasuredChanges planted() {
    double[] few = Arrays.copyOf(about(100), 4);
    return MeasuredChanges.between(
        run(
            MONDAY,
            contest("a/b/same", ours(about(100)), lock(just(40))),
            contest("a/b/up", ours(about(100)), lock(just(40))),
            contest("a/b/higher", ours(about(100)), lock(just(40))),
            contest("a/b/noisy", ours(NOISY), lock(just(40))),
            contest("a/b/unsure", ours(UNSURE), lock(just(40))),
            contest("a/b/few", ours(few), lock(just(40))),
            contest(
                "a/b/late",
                timed("Ours", Role.OURS, about(100)),
                timed("Lock", Role.MUTEX, just(40))),
            contest("a/b/gone", ours(about(100)), lock(just(40)))),
        run(
            FRIDAY,
            contest("a/b/same", ours(about(100)), lock(just(40))),
            contest("a/b/up", ours(about(200)), lock(just(40))),
            contest("a/b/higher", ours(about(120)), lock(just(40))),
            contest("a/b/noisy", ours(NOISY), lock(just(30))),
            contest("a/b/unsure", ours(UNSURE), lock(just(36))),
            contest("a/b/few", ours(about(300)), lock(just(40))),
            contest(
                "a/b/late",
                timed("Ours", Role.OURS, about(200)),
                timed("Lock", Role.MUTEX, just(40))),
            contest("a/b/new", ours(about(100)), lock(just(40)))));
  }

  private static MeasuredChanges on(Machine other) {
    ContestResult contest = contest("a/b/c", ours(about(1)), lock(just(1)));
    return MeasuredChanges.between(run(MONDAY, contest), run(FRIDAY, other, List.of(contest)));
  }

  private Element section(MeasuredChanges changes) throws IOException {
    return page(changes).expectFirst("section.changes");
  }

  private Document page(MeasuredChanges changes) throws IOException {
    HtmlReport.write(changes, file);
    return Jsoup.parse(Files.readString(file));
  }
}
