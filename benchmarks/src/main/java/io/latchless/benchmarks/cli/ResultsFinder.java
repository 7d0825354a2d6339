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

/**
 * Finds the newest results among the places where {@code compare} and {@code curves} leave them.
 */
final class ResultsFinder {
  private static final List<String> DIRECTORIES =
      List.of("", "report", "target/report", "benchmarks/target/report");

  private static final List<String> NAMES = List.of("results.json", CurvesRun.JSON);

  private ResultsFinder() {}

  /**
   * Results and where they were.
   *
   * @param file where
   * @param results what was measured
   */
  record Found(Path file, Results results) {}

  /**
   * The newest of each of the two commands.
   *
   * @param directory from where the places are looked at
   * @return the newer one last; empty if there is no file in any place
   * @throws IOException if there is one that cannot be read
   */
  static List<Found> newest(Path directory) throws IOException {
    List<Found> newest = new ArrayList<>();
    for (String name : NAMES) {
      newest(directory, name).ifPresent(newest::add);
    }
    newest.sort(Comparator.comparing(each -> each.results().started()));
    return newest;
  }

  private static Optional<Found> newest(Path directory, String name) throws IOException {
    List<Found> found = new ArrayList<>();
    for (String place : DIRECTORIES) {
      Path file = directory.resolve(place).resolve(name);
      if (Files.exists(file)) {
        found.add(new Found(file, ResultsJson.read(file)));
      }
    }
    return found.stream().max(Comparator.comparing(each -> each.results().started()));
  }
}
