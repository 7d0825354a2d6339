package io.latchless.benchmarks.report;

import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as a single HTML file that opens offline, with style, data and chart library inside.
 * Words and tables are in the page itself. Scripts only draw the charts and filter the overview, so
 * without scripts only the pictures are missing.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report of a run.
   *
   * @param results the run; for a run without contests the report says so
   * @param file the file to write; an existing file is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(Results results, Path file) throws IOException {
    write(results, file, null);
  }

  /**
   * Writes the report of a run with a link to another page.
   *
   * @param results the run; for a run without contests the report says so
   * @param file the file to write; an existing file is replaced
   * @param beside the name of a comparison report in the same directory to link to; null for none
   * @throws IOException if the file cannot be written
   */
  public static void write(Results results, Path file, @Nullable String beside) throws IOException {
    Files.writeString(file, page(results, null, beside));
  }

  /**
   * Writes the report of the newer of two runs, with the changes since the older one.
   *
   * @param changes the changes from the older run to the newer one
   * @param file the file to write; an existing file is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(MeasuredChanges changes, Path file) throws IOException {
    Files.writeString(file, page(changes.newer(), changes, null));
  }

  private static void types(Results results, Markup body) {
    List<Chapter> chapters = Chapter.of(results.contests());
    if (chapters.size() > 1) {
      body.open("nav", "aria-label", "Types").open("ul", "class", "types");
      for (Chapter chapter : chapters) {
        body.open("li").element("a", chapter.title(), "href", Place.link(chapter)).close();
      }
      body.close().close();
    }
  }

  private static String page(
      Results results, @Nullable MeasuredChanges changes, @Nullable String beside)
      throws IOException {
    Markup body = new Markup();
    body.open("header");
    if (beside != null) {
      body.open("p").element("a", "To the full comparison", "href", beside).close();
    }
    new Opening(results, body).write();
    body.close();
    body.open("main", "id", "main");
    if (changes != null) {
      new EarlierRun(changes, body).write();
    }
    new Overview(results, body).write();
    types(results, body);
    for (Chapter chapter : Chapter.of(results.contests())) {
      body.open("section", "class", "chapter", "aria-labelledby", Place.id(chapter));
      body.open("h2", "id", Place.id(chapter)).text(chapter.title() + " ");
      body.element("code", chapter.group()).close();
      for (Chapter.Entry entry : chapter.entries()) {
        new ReportedContest(entry, results.machine(), body).write();
      }
      body.close();
    }
    body.close();
    return new Template(Template.resource("report.html"))
        .fill(
            Map.of(
                "style", Template.resource("report.css"),
                "body", body.toString(),
                "data", ChartData.of(results.contests()),
                "library", ChartLibrary.script(),
                "charts", Template.resource("report.js")));
  }
}
