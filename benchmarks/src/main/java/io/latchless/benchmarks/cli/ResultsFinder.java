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
 * Finds the newest results in the directories that {@code compare} and {@code curves} write to, and
 * those that a clone keeps.
 */
final class ResultsFinder {
  private static final List<String> DIRECTORIES =
      List.of("", "report", "target/report", "benchmarks/target/report");

  private static final List<String> KEPT = List.of("docs/results");

  private static final List<String> NAMES = List.of("results.json", CurvesRun.JSON);

  private ResultsFinder() {}

  /**
   * Results and the file that holds them.
   *
   * @param file the file
   * @param results what was measured
   */
  record Found(Path file, Results results) {}

  /**
   * Returns the results that a clone keeps, then the newest results of each of the two commands.
   * Kept results may be of another machine, so they come first however new they are.
   *
   * @param directory the directory that the searched paths are relative to
   * @return of each pair the newer one last; empty if no file was found
   * @throws IOException if a file was found but cannot be read
   */
  static List<Found> newest(Path directory) throws IOException {
    List<Found> found = newest(directory, KEPT);
    found.addAll(newest(directory, DIRECTORIES));
    return found;
  }

  private static List<Found> newest(Path directory, List<String> places) throws IOException {
    List<Found> newest = new ArrayList<>();
    for (String name : NAMES) {
      newest(directory, places, name).ifPresent(newest::add);
    }
    newest.sort(Comparator.comparing(each -> each.results().started()));
    return newest;
  }

  private static Optional<Found> newest(Path directory, List<String> places, String name)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (String place : places) {
      Path file = directory.resolve(place).resolve(name);
      if (Files.exists(file)) {
        found.add(new Found(file, ResultsJson.read(file)));
      }
    }
    return found.stream().max(Comparator.comparing(each -> each.results().started()));
  }
}
