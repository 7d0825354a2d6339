package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the newest results among the places where {@code compare} leaves them. */
final class ResultsFinder {
  private static final List<String> PLACES =
      List.of(
          "results.json",
          "report/results.json",
          "target/report/results.json",
          "benchmarks/target/report/results.json");

  private ResultsFinder() {}

  /**
   * Results and where they were.
   *
   * @param file where
   * @param results what was measured
   */
  record Found(Path file, Results results) {}

  /**
   * The newest.
   *
   * @param directory from where the places are looked at
   * @return empty if there is no file in any place
   * @throws IOException if there is one that cannot be read
   */
  static Optional<Found> newest(Path directory) throws IOException {
    List<Found> found = new ArrayList<>();
    for (String place : PLACES) {
      Path file = directory.resolve(place);
      if (Files.exists(file)) {
        found.add(new Found(file, ResultsJson.read(file)));
      }
    }
    return found.stream().max(Comparator.comparing(each -> each.results().started()));
  }
}
