package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one run's results as a page. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @param results what to show
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public static void write(Results results, Path file) throws IOException {
    Files.writeString(
        file,
        "<!doctype html><title>Latchless</title><p>"
            + results.contests().size()
            + " contests</p>\n");
  }
}
