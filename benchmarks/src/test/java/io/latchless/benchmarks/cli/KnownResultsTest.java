package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of compare and of curves, taken together. */
class KnownResultsTest {
  private static final Shape BOTH = new Shape(StructureKind.COUNTER, 90, 0, 2, 100);
  private static final Shape ONLY_COMPARED = BOTH.withThreads(3);
  private static final Shape ONLY_SWEPT = BOTH.withThreads(4);

  private Path directory;

  @BeforeEach
  void keepDirectory(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void ofAShapeInBothTheNewerOneCounts() throws IOException {
    ContestResult old = contest(BOTH, "synchronized");
    ContestResult young = contest(BOTH, "LongAdder");
    Path compared = write("report/results.json", 1, old, contest(ONLY_COMPARED, "Counter"));
    Path swept = write("curves.json", 2, young, contest(ONLY_SWEPT, "Counter"));
    KnownResults known = known();
    assertThat(known.measured().contests())
        .containsOnlyKeys(BOTH, ONLY_COMPARED, ONLY_SWEPT)
        .containsEntry(BOTH, young);
    assertThat(file(known, BOTH)).isEqualTo(swept);
    assertThat(file(known, ONLY_COMPARED)).isEqualTo(compared);
    assertThat(known.files()).hasValue(compared + " and " + swept);

    write("report/results.json", 3, old);
    assertThat(known().measured().of(BOTH)).hasValue(old);
    assertThat(file(known(), BOTH)).isEqualTo(compared);
    assertThat(file(known(), ONLY_SWEPT)).isEqualTo(swept);
    assertThat(known().source(ONLY_COMPARED)).isEmpty();
  }

  @Test
  void ofEachCommandOnlyTheNewestIsRead() throws IOException {
    write("curves.json", 1, contest(BOTH, "Counter"));
    Path newest = write("report/curves.json", 2, contest(ONLY_SWEPT, "Counter"));
    assertThat(known().measured().contests()).containsOnlyKeys(ONLY_SWEPT);
    assertThat(known().files()).hasValue(newest.toString());
  }

  @Test
  void whatACloneKeepsCountsOnlyWhereOwnRunsLackIt() throws IOException {
    ContestResult own = contest(BOTH, "synchronized");
    Path kept =
        write("docs/results/results.json", 9, contest(BOTH, "Counter"), contest(ONLY_SWEPT, "x"));
    assertThat(file(known(), BOTH)).isEqualTo(kept);
    Path compared = write("benchmarks/target/report/results.json", 1, own);
    assertThat(known().measured().of(BOTH)).hasValue(own);
    assertThat(file(known(), BOTH)).isEqualTo(compared);
    assertThat(file(known(), ONLY_SWEPT)).isEqualTo(kept);
    assertThat(known().files()).hasValue(kept + " and " + compared);
  }

  @Test
  void whereThereIsNothingNothingIsKnown() throws IOException {
    assertThat(known().measured().contests()).isEmpty();
    assertThat(known().files()).isEmpty();
    assertThat(known().source(BOTH)).isEmpty();
  }

  private KnownResults known() throws IOException {
    return new KnownResults(ResultsFinder.newest(directory));
  }

  private static Path file(KnownResults known, Shape shape) {
    return known.source(shape).orElseThrow().file();
  }

  private static ContestResult contest(Shape shape, String winner) {
    return SyntheticContest.of(shape).with(winner, 3).build();
  }

  private Path write(String name, int hour, ContestResult... contests) throws IOException {
    Results run = SyntheticContest.run(contests);
    Path file = directory.resolve(name);
    ResultsJson.write(
        new Results(
            run.schema(),
            run.started().plus(Duration.ofHours(hour)),
            run.budgetSeconds(),
            run.elapsedSeconds(),
            run.complete(),
            run.machine(),
            run.contests()),
        file);
    return file;
  }
}
