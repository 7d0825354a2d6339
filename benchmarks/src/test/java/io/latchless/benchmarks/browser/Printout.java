package io.latchless.benchmarks.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The open page as printed on A4.
 *
 * @param sheets the words on each sheet, including those in charts
 * @param undrawn the charts that were not drawn at the time of printing
 */
record Printout(List<String> sheets, List<String> undrawn) {
  private static final Map<String, Object> A4 = Map.of("paperWidth", 8.27, "paperHeight", 11.69);

  /** A listener that runs after the page's own, which draw the charts for the paper. */
  private static final PageScript WATCH =
      new PageScript(
          """
          addEventListener("beforeprint", () => {
            window.undrawn = [...document.querySelectorAll(".plot")]
              .filter(plot => plot.checkVisibility())
              .filter(plot =>
                plot.querySelector("svg :is(path, line, circle, rect, text)") === null)
              .map(plot => `${plot.dataset.chart} "${plot.getAttribute("aria-label") ?? ""}"`);
          });
          return [];
          """);

  private static final PageScript SEEN =
      new PageScript("return window.undrawn ?? ['the page was not notified of printing'];");

  static Printout of(ChromeDriver driver) {
    WATCH.run(driver);
    String pdf = String.valueOf(driver.executeCdpCommand("Page.printToPDF", A4).get("data"));
    return new Printout(sheets(Base64.getDecoder().decode(pdf)), SEEN.run(driver));
  }

  private static List<String> sheets(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> sheets = new ArrayList<>();
      for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
        PDFTextStripper words = new PDFTextStripper();
        words.setStartPage(sheet);
        words.setEndPage(sheet);
        sheets.add(words.getText(document));
      }
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
