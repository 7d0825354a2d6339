package io.latchless.benchmarks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@Tag("browser")
class ReportInBrowserTest {
  /** The width of A4 between margins of half an inch, in CSS pixels. */
  private static final int PAPER = 697;

  private static Path folder;
  private static ReportBrowser browser;

  @BeforeAll
  static void writeReportsAndStart(@TempDir Path reports) throws IOException {
    folder = reports;
    for (Sample sample : Sample.values()) {
      sample.write(file(sample));
    }
    browser = ReportBrowser.start();
  }

  @AfterAll
  static void quit() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource
  void drawsEveryChartFromItsOwnDataAlone(Sample sample) {
    OpenReport report = browser.open(file(sample));
    assertThat(report.charts()).isGreaterThanOrEqualTo(sample.contests());
    assertThat(report.chartFaults()).isEmpty();
    assertThat(report.errors()).isEmpty();
    assertThat(report.fetches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 720, 1280})
  void fitsItsWindow(int width) {
    OpenReport report = browser.open(file(Sample.FULL), View.ofWidth(width));
    assertThat(report.chartFaults()).isEmpty();
    assertThat(report.layoutFaults()).isEmpty();
    assertThat(report.errors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FULL")
  void fitsTheNarrowestWindowWhateverItHolds(Sample sample) {
    assertThat(browser.open(file(sample), View.ofWidth(320)).layoutFaults()).isEmpty();
  }

  @Test
  void followsTheColoursAskedFor() {
    OpenReport light = browser.open(file(Sample.FULL));
    assertThat(light.colours().paper()).isGreaterThan(0.9);
    assertThat(light.colours().ink()).isLessThan(0.05);
    OpenReport dark = browser.open(file(Sample.FULL), View.WIDE.inDark());
    assertThat(dark.colours().paper()).isLessThan(0.05);
    assertThat(dark.colours().ink()).isGreaterThan(0.7);
    assertThat(dark.chartFaults()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "CURVES", "SCENARIOS", "UNCOMPARED", "EMPTY"})
  void offersNothingToFaultByAxe(Sample sample) {
    assertThat(browser.open(file(sample)).accessibilityFaults()).isEmpty();
  }

  @Test
  void offersNothingToFaultByAxeInTheDarkOrNarrow() {
    Path report = file(Sample.INTERRUPTED);
    assertThat(browser.open(report, View.WIDE.inDark()).accessibilityFaults()).isEmpty();
    assertThat(browser.open(report, View.ofWidth(320)).accessibilityFaults()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "CURVES", "SCENARIOS", "UNCOMPARED", "EMPTY"})
  void keyboardReachesEverything(Sample sample) {
    assertThat(browser.open(file(sample)).keyboardFaults()).isEmpty();
  }

  @Test
  void keyboardReachesEverythingInANarrowWindow() {
    OpenReport report = browser.open(file(Sample.INTERRUPTED), View.ofWidth(320));
    assertThat(report.keyboardFaults()).isEmpty();
  }

  @Test
  void firstStopSkipsToTheComparisons() {
    OpenReport report = browser.open(file(Sample.FULL));
    report.press(Keys.TAB);
    assertThat(report.focused().getText()).isEqualTo("Skip to the comparisons");
    report.press(Keys.ENTER, Keys.TAB);
    assertThat(report.find("main").findElements(By.cssSelector(":focus"))).hasSize(1);
  }

  @Test
  void filterWorksByKeyboardAndSaysHowManyAreShown() {
    OpenReport report = browser.open(file(Sample.FULL));
    int all = report.visible("tr.comparison").size();
    assertThat(said(report)).isEqualTo(all + " of " + all + " shown.");
    tabTo(report, "input[value=tie]");
    report.press(Keys.SPACE);
    List<WebElement> left = report.visible("tr.comparison");
    assertThat(left).hasSizeBetween(1, all - 1);
    assertThat(left).extracting(row -> row.getDomAttribute("data-verdict")).doesNotContain("tie");
    assertThat(said(report)).isEqualTo(left.size() + " of " + all + " shown.");
    tabTo(report, "select[name=measure]");
    report.press(Keys.ARROW_DOWN);
    left = report.visible("tr.comparison");
    assertThat(left)
        .extracting(row -> row.getDomAttribute("data-measure"))
        .containsOnly("throughput");
    assertThat(said(report)).isEqualTo(left.size() + " of " + all + " shown.");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CROWDED")
  void withoutScriptsNoWordIsMissingAndNoChartIsPromised(Sample sample) {
    List<String> words = browser.open(file(sample)).words();
    OpenReport bare = browser.open(file(sample), View.WIDE.withoutScripts());
    assertThat(bare.words()).isNotEmpty().isEqualTo(words);
    assertThat(bare.visible(".plot, figure, form, input, select, button"))
        .extracting(WebElement::getTagName)
        .isEmpty();
    assertThat(bare.layoutFaults()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CROWDED")
  void printsWholeWithEveryChart(Sample sample) {
    OpenReport report = browser.open(file(sample));
    Printout printout = report.print();
    assertThat(printout.undrawn()).isEmpty();
    assertThat(printout.sheets())
        .hasSizeBetween(1 + sample.contests() / 2, 3 + 2 * sample.contests())
        .allSatisfy(sheet -> assertThat(sheet).isNotBlank());
    String words = String.join("\n", printout.sheets());
    assertThat(words).contains("Latchless, measured against locks and peers");
    assertThat(words.contains("better →"))
        .isEqualTo(!report.visible("figure.ratios .plot").isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void onPaperNothingSticksOrReachesOverTheEdge(Sample sample) {
    OpenReport report = browser.open(file(sample), View.ofWidth(PAPER).onPaper());
    assertThat(report.stickyElements()).isEmpty();
    assertThat(report.layoutFaults()).isEmpty();
  }

  private static Path file(Sample sample) {
    return folder.resolve(sample + ".html");
  }

  private static String said(OpenReport report) {
    return report.find("[role=status]").getText();
  }

  private static void tabTo(OpenReport report, String selector) {
    WebElement wanted = report.find(selector);
    for (int stops = 0; stops < 50 && !report.focused().equals(wanted); stops++) {
      report.press(Keys.TAB);
    }
    assertThat(report.focused()).isEqualTo(wanted);
  }
}
