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
 * What is known from earlier runs; of a shape that several measured, what the last says.
 *
 * @param runs the newest last
 */
record KnownResults(List<ResultsFinder.Found> runs) {
  /** Copies the list. */
  KnownResults {
    runs = List.copyOf(runs);
  }

  /** All shapes that were measured. */
  Measured measured() {
    Map<Shape, ContestResult> contests = new LinkedHashMap<>();
    runs.forEach(run -> contests.putAll(Measured.in(run.results()).contests()));
    return new Measured(contests);
  }

  /** The run that says what is known of a shape; empty if none does. */
  Optional<ResultsFinder.Found> source(Shape shape) {
    return runs.stream()
        .filter(run -> Measured.in(run.results()).of(shape).isPresent())
        .reduce((older, newer) -> newer);
  }

  /** The names of the files, to say where a shape was looked for; empty if there are none. */
  Optional<String> files() {
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            runs.stream().map(run -> run.file().toString()).collect(Collectors.joining(" and ")));
  }
}
