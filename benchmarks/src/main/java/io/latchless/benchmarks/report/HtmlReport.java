package io.latchless.benchmarks.report;

import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run as a single HTML file that opens offline: style, data and chart library are inside
 * it. Words and tables are in the page itself; scripts only draw the charts and filter the
 * overview, so without them nothing but pictures is missing.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report of a run.
   *
   * @param results the run; one without contests gives a report that says so
   * @param file where to write; an existing file is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(Results results, Path file) throws IOException {
    write(results, file, null);
  }

  /**
   * Writes the report of a run beside another page.
   *
   * @param results the run; one without contests gives a report that says so
   * @param file where to write; an existing file is replaced
   * @param beside the name of a comparison report in the same directory to lead to; null for none
   * @throws IOException if the file cannot be written
   */
  public static void write(Results results, Path file, @Nullable String beside) throws IOException {
    Files.writeString(file, page(results, null, beside));
  }

  /**
   * Writes the report of the newer of two runs, and what changed since the older one.
   *
   * @param changes from the one to the other
   * @param file where to write; an existing file is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(MeasuredChanges changes, Path file) throws IOException {
    Files.writeString(file, page(changes.newer(), changes, null));
  }

  private static String page(
      Results results, @Nullable MeasuredChanges changes, @Nullable String beside)
      throws IOException {
    Markup body = new Markup();
    body.open("header");
    if (beside != null) {
      body.open("p").element("a", "To the comparison of everything", "href", beside).close();
    }
    new Opening(results, body).write();
    body.close();
    body.open("main", "id", "main");
    if (changes != null) {
      new EarlierRun(changes, body).write();
    }
    new Overview(results, body).write();
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
