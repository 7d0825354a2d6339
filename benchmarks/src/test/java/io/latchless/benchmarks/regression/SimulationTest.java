package io.latchless.benchmarks.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known changes under known noise, passed through the files that the command reads. */
class SimulationTest {
  private static final int TRIALS = 100;
  private static final int ENOUGH_ROUNDS = 30;
  private static final double NOISE = 0.05;
  private static final double DRIFT = 0.7;

  private Path directory = Path.of("");

  @BeforeEach
  void keepFilesIn(@TempDir Path temporary) {
    directory = temporary;
  }

  @ParameterizedTest
  @CsvSource({
    "1.10, FASTER, 1.0",
    "1.10, FASTER, 0.7",
    "1.10, FASTER, 1.3",
    "0.90, SLOWER, 1.0",
    "0.90, SLOWER, 1.3",
    "1.02, AS_BEFORE, 1.0",
    "1.02, AS_BEFORE, 1.3",
    "0.98, AS_BEFORE, 0.7",
    "1.00, AS_BEFORE, 1.3"
  })
  void changeIsSeenWhateverTheMachineDoes(double ours, ChangeVerdict verdict, double drift)
      throws IOException {
    SimulatedRuns runs = new SimulatedRuns(TRIALS, ENOUGH_ROUNDS, NOISE);
    MeasuredChanges changes =
        MeasuredChanges.between(
            throughFile("old.json", runs.run(1, Runs.MONDAY, 1, 1)),
            throughFile("new.json", runs.run(2, Runs.FRIDAY, drift, ours)));
    assertThat(changes.all()).hasSize(TRIALS);
    assertThat(changes.with(verdict)).hasSizeBetween(TRIALS - 5, TRIALS);
  }

  /** Reproduces the table of docs/comparing-runs.md, in per cent of contests. */
  @ParameterizedTest
  @CsvSource({
    "6, 42, 12, 6",
    "8, 59, 19, 9",
    "12, 77, 24, 9",
    "20, 97, 43, 14",
    "30, 100, 62, 20",
    "60, 100, 89, 36"
  })
  void tenPercentAreFoundAsOftenAsTheGuideSays(
      int rounds, double quiet, double usual, double noisy) {
    assertThat(found(rounds, 0.05)).isCloseTo(quiet, within(0.6));
    assertThat(found(rounds, 0.1)).isCloseTo(usual, within(0.6));
    assertThat(found(rounds, 0.2)).isCloseTo(noisy, within(0.6));
  }

  private static double found(int rounds, double noise) {
    int trials = 1_000;
    SimulatedRuns runs = new SimulatedRuns(trials, rounds, noise);
    MeasuredChanges changes =
        MeasuredChanges.between(
            runs.run(1, Runs.MONDAY, 1, 1), runs.run(2, Runs.FRIDAY, DRIFT, 1.1));
    return 100.0 * changes.with(ChangeVerdict.FASTER).size() / trials;
  }

  private Results throughFile(String name, Results results) throws IOException {
    Path file = directory.resolve(name);
    ResultsJson.write(results, file);
    return ResultsJson.read(file);
  }
}
