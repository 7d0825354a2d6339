package io.latchless.benchmarks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check finds the fault that it is meant to find. */
@Tag("browser")
class BrokenPageTest {
  private static final String SOUND =
      """
      <main>
      <h1>Sound</h1>
      <p>Words, and <a href="#end">a link</a>.</p>
      <div class="plot" data-chart="bars" role="img" aria-label="Two bars">
      <svg width="100" height="60" aria-hidden="true">
      <path d="M0,10H50"></path><text x="0" y="30">one</text><text x="50" y="30">two</text>
      </svg>
      </div>
      <details><summary>More</summary><p id="end"><a href="#end">Another link</a></p></details>
      </main>
      """;

  private static Path folder;
  private static ReportBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pages) {
    folder = pages;
    browser = ReportBrowser.start();
  }

  @AfterAll
  static void quit() {
    browser.close();
  }

  @Test
  void soundPageHasNoFaults() throws IOException {
    OpenReport page = open(SOUND);
    assertThat(page.charts()).isEqualTo(1);
    assertThat(page.chartFaults()).isEmpty();
    assertThat(page.layoutFaults()).isEmpty();
    assertThat(page.stickyElements()).isEmpty();
    assertThat(page.keyboardFaults()).isEmpty();
    assertThat(page.accessibilityFaults()).isEmpty();
    assertThat(page.errors()).isEmpty();
    assertThat(page.fetches()).isEmpty();
    assertThat(page.print().undrawn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='http://example.test/asked' alt=''>",
        "<link rel='stylesheet' href='http://example.test/asked'>",
        "<style>body { background: url(http://example.test/asked) }</style>",
        "<script>fetch('http://example.test/asked').catch(() => {})</script>",
        "<script src='http://example.test/asked'></script>"
      })
  void anythingFetchedIsReported(String fetching) throws IOException {
    assertThat(open(SOUND + fetching).fetches()).containsExactly("http://example.test/asked");
  }

  @Test
  void fileBesideThePageIsReportedAsFetched() throws IOException {
    Path beside = Files.writeString(folder.resolve("beside.js"), "");
    assertThat(open(SOUND + "<script src='beside.js'></script>").fetches())
        .containsExactly(beside.toUri().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throw new Error('on purpose') | on purpose",
        "console.error('said on purpose') | said on purpose",
        "Promise.reject(new Error('late')) | late"
      })
  void errorsOfScriptsAreReported(String script, String report) throws IOException {
    assertThat(open(SOUND + "<script>" + script + "</script>").errors())
        .singleElement()
        .asString()
        .contains(report);
  }

  @Test
  void faultsOfThePageBeforeAreForgotten() throws IOException {
    open(SOUND + "<img src='http://example.test/asked' alt=''><script>throw 1</script>");
    OpenReport page = open(SOUND);
    assertThat(page.fetches()).isEmpty();
    assertThat(page.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='plot' data-chart='broken'></div>",
        "<div class='plot' data-chart='broken'><svg width='9' height='9'></svg></div>",
        "<div class='plot' data-chart='broken'><svg><path d='M0,0'></path></svg></div>",
        "<div style='height: 9000px'></div><div class='plot' data-chart='broken'>Soon</div>"
      })
  void undrawnChartIsReported(String chart) throws IOException {
    assertThat(open(SOUND + chart).chartFaults())
        .singleElement()
        .asString()
        .contains("chart 2 of 2 (broken", "is not drawn");
  }

  @Test
  void chartThatIsNotDrawnForPrintIsReported() throws IOException {
    assertThat(open(SOUND + "<div class='plot' data-chart='broken'></div>").print().undrawn())
        .singleElement()
        .asString()
        .startsWith("broken");
  }

  @Test
  void chartDrawnAsItComesNearIsFound() throws IOException {
    assertThat(
            open(SOUND
                    + """
                    <div style="height: 9000px"></div>
                    <div class="plot" data-chart="late"></div>
                    <script>
                    new IntersectionObserver(([entry]) => {
                      if (entry.isIntersecting) {
                        entry.target.innerHTML = "<svg><path d='M0,0H9'></path></svg>";
                      }
                    }).observe(document.querySelector("[data-chart=late]"));
                    </script>
                    """)
                .chartFaults())
        .isEmpty();
  }

  @Test
  void chartThatIsNotLegibleIsReported() throws IOException {
    assertThat(open(SOUND.replace("<text x=\"50\"", "<text x=\"9\"")).chartFaults())
        .singleElement()
        .asString()
        .contains("\"one\" and \"two\" overlap");
    assertThat(open(SOUND.replace("<text x=\"50\"", "<text fill='#999' x=\"50\"")).chartFaults())
        .singleElement()
        .asString()
        .contains("\"two\" has a contrast of 2.");
  }

  @Test
  void whatIsTooWideIsReported() throws IOException {
    String wide = "<div style='width: 392px; height: 1px'></div>";
    assertThat(narrow(SOUND + wide).layoutFaults())
        .hasSize(2)
        .contains("the page is 400 wide in a window of 320");
    assertThat(narrow(SOUND + "<div style='overflow-x: auto'>" + wide + "</div>").layoutFaults())
        .isEmpty();
    assertThat(
            narrow(SOUND.replace("<svg", "<svg style='overflow: visible; margin-left: -40px'"))
                .layoutFaults())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sticky", "fixed"})
  void stickyElementIsReported(String position) throws IOException {
    assertThat(
            open(SOUND + "<p style='top: 0; position: " + position + "'>Stays</p>")
                .stickyElements())
        .singleElement()
        .asString()
        .contains("Stays");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<style>a { outline: none }</style> | a link\" does not show that it has the focus",
        "<a href='#end' tabindex='1'>Queue jumper</a> | is not reached in its turn",
        "<script>onkeydown = event => { if (event.key === 'Tab'"
            + " && document.activeElement.matches('summary')) event.preventDefault() }</script>"
            + " | Another link\" is not reached",
        "<script>onkeydown = event => { if (event.key === 'Enter') event.preventDefault() }"
            + "</script> | More\" does not open with Enter",
        "<div style='position: fixed; inset: 0; background: white'></div>"
            + " | a link\" has the focus out of sight"
      })
  void whatTheKeyboardCannotDoIsReported(String fault, String report) throws IOException {
    assertThat(open(SOUND + fault).keyboardFaults())
        .isNotEmpty()
        .anySatisfy(found -> assertThat(found).contains(report));
  }

  @Test
  void focusUnderWhatSticksToTheTopIsReported() throws IOException {
    String header =
        "<p style='position: sticky; top: 0; height: 99px; background: #fff'>Sticks</p>";
    String lines = "<p><a href='#end'>Line</a></p>".repeat(40);
    String page = SOUND.replace("</main>", header + lines + "</main>");
    assertThat(open(page).keyboardFaults())
        .isNotEmpty()
        .containsOnly("<a> \"Line\" has the focus out of sight");
    assertThat(open(page + "<style>html { scroll-padding-top: 110px }</style>").keyboardFaults())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p style='color: #bbb'>Pale</p> | serious: color-contrast",
        "<img src='data:,'> | critical: image-alt",
        "<input> | critical: label",
        "<h4>Too deep</h4> | moderate: heading-order"
      })
  void whatAxeFaultsIsReported(String fault, String report) throws IOException {
    assertThat(open(SOUND.replace("</main>", fault + "</main>")).accessibilityFaults())
        .singleElement()
        .asString()
        .startsWith(report);
  }

  @Test
  void wordsThatArePaleInTheDarkAloneAreReported() throws IOException {
    String page =
        SOUND + "<style>@media (prefers-color-scheme: dark) { p { color: #444 } }</style>";
    assertThat(open(page).accessibilityFaults()).isEmpty();
    assertThat(browser.open(write(page), View.WIDE.inDark()).accessibilityFaults())
        .singleElement()
        .asString()
        .startsWith("serious: color-contrast");
  }

  @Test
  void pageThatKnowsNoDarkStaysLight() throws IOException {
    String light = "<style>html { background: #fff; color: #000 }</style>";
    Path page = write(SOUND + light);
    assertThat(browser.open(page, View.WIDE.inDark()).colours())
        .isEqualTo(browser.open(page).colours())
        .isEqualTo(new Colours(1, 0));
  }

  @Test
  void wordsThatOnlyScriptsWriteAreMissedWithoutThem() throws IOException {
    Path page =
        write(SOUND + "<p id='late'></p><script>late.textContent = 'Written late'</script>");
    List<String> words = browser.open(page, View.WIDE.withoutScripts()).words();
    assertThat(browser.open(page).words()).contains("Sound", "Another link", "Written late");
    assertThat(words).contains("Sound", "Another link").doesNotContain("Written late");
  }

  @Test
  void emptySheetIsSeen() throws IOException {
    assertThat(open(SOUND + "<div style='break-before: page; height: 9px'></div>").print().sheets())
        .hasSize(2)
        .satisfies(sheets -> assertThat(sheets.get(0)).contains("Sound"))
        .satisfies(sheets -> assertThat(sheets.get(1)).isBlank());
  }

  private static OpenReport open(String body) throws IOException {
    return browser.open(write(body));
  }

  private static OpenReport narrow(String body) throws IOException {
    return browser.open(write(body), View.ofWidth(320));
  }

  private static Path write(String body) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"),
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Page</title>
        <link rel="icon" href="data:,">
        <meta name="color-scheme" content="light dark">
        <style>html { background: Canvas; color: CanvasText }</style>
        </head><body>
        """
            + body
            + "</body></html>");
  }
}
