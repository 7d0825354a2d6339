package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Earlier runs as one body of results. For a shape that several runs measured, the last run counts.
 *
 * @param runs the runs, in the order of {@link ResultsFinder#newest(java.nio.file.Path)}
 */
record KnownResults(List<ResultsFinder.Found> runs) {
  /** Copies the list. */
  KnownResults {
    runs = List.copyOf(runs);
  }

  /** Returns all measured shapes. */
  Measured measured() {
    Map<Shape, ContestResult> contests = new LinkedHashMap<>();
    runs.forEach(run -> contests.putAll(Measured.in(run.results()).contests()));
    return new Measured(contests);
  }

  /** Returns the last run that measured a shape; empty if none did. */
  Optional<ResultsFinder.Found> source(Shape shape) {
    return runs.stream()
        .filter(run -> Measured.in(run.results()).of(shape).isPresent())
        .reduce((earlier, later) -> later);
  }

  /**
   * Returns the names of the files, for messages that say where a shape was looked for; empty if
   * there are none.
   */
  Optional<String> files() {
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            runs.stream().map(run -> run.file().toString()).collect(Collectors.joining(" and ")));
  }
}
