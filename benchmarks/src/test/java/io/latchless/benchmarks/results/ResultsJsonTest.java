package io.latchless.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsJsonTest {
  private static final Results SAMPLE =
      new Results(
          Results.SCHEMA,
          Instant.parse("2026-03-04T05:06:07.123Z"),
          480,
          481.25,
          true,
          new Machine(
              "Some CPU", 2, 1L << 33, "Linux 6.1", "17.0.15+6", "OpenJDK", List.of(), "abc"),
          List.of(
              new ContestResult(
                  "area/type/case",
                  "Who is \"faster\" – really?",
                  "one increment",
                  2,
                  List.of(
                      new SubjectResult(
                          "Ours",
                          Role.OURS,
                          List.of(1.5e8, 1.25e8),
                          List.of(new Latency(20, 30, 40, 50, 60.5, 70, 12345)),
                          0.0,
                          256L,
                          0.25),
                      new SubjectResult(
                          "synchronized",
                          Role.MUTEX,
                          List.of(1e7, 2e7),
                          List.of(),
                          null,
                          null,
                          null)),
                  List.of(
                      new Comparison(
                          Metric.THROUGHPUT, "synchronized", 2, 10, null, null, Verdict.UNDECIDED),
                      new Comparison(
                          Metric.P99, "synchronized", 6, 2, 1.5, 3.0, Verdict.BETTER)))));

  private Path file;

  @BeforeEach
  void nameFile(@TempDir Path directory) {
    file = directory.resolve("deeper/results.json");
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    ResultsJson.write(SAMPLE, file);
    assertThat(ResultsJson.read(file)).isEqualTo(SAMPLE);
  }

  @Test
  void writesInstantsAsText() throws IOException {
    ResultsJson.write(SAMPLE, file);
    assertThat(file).content().contains("\"started\" : \"2026-03-04T05:06:07.123Z\"");
  }

  @Test
  void leavesNoHalfFileBehind() throws IOException {
    ResultsJson.write(SAMPLE, file);
    ResultsJson.write(SAMPLE, file);
    assertThat(file.getParent()).isDirectoryContaining(p -> p.equals(file));
    try (var entries = Files.list(file.getParent())) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void refusesMissingFile() {
    assertInvalid("no such results file: " + file);
  }

  @Test
  void refusesEmptyFile() throws IOException {
    put("");
    assertInvalid("is empty");
  }

  @Test
  void refusesTruncatedDocument() throws IOException {
    ResultsJson.write(SAMPLE, file);
    String whole = Files.readString(file);
    for (int length : new int[] {1, whole.length() / 2, whole.length() - 3}) {
      put(whole.substring(0, length));
      assertInvalid("damaged or cut short at line");
      assertThatThrownBy(() -> ResultsJson.read(file)).hasMessageNotContaining("[Source");
    }
  }

  @Test
  void refusesTextThatIsNotJson() throws IOException {
    put("<html>");
    assertInvalid("damaged or cut short at line 1");
  }

  @Test
  void refusesBytesThatAreNotText() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertInvalid("is not UTF-8 text");
  }

  @Test
  void refusesOtherSchema() throws IOException {
    rewrite("\"schema\" : 2", "\"schema\" : 1");
    assertInvalid("has schema 1, this build reads schema 2");
  }

  @Test
  void refusesDocumentWithoutSchema() throws IOException {
    put("{\"contests\": []}");
    assertInvalid("it has no schema number");
    put("[1, 2]");
    assertInvalid("it has no schema number");
  }

  @Test
  void namesTheFieldThatDoesNotFit() throws IOException {
    rewrite("\"role\" : \"MUTEX\"", "\"role\" : \"SPECTATOR\"");
    assertInvalid("contests[0].subjects[1].role");
  }

  @Test
  void refusesUnknownField() throws IOException {
    rewrite("\"complete\"", "\"mood\" : 1, \"complete\"");
    assertInvalid("mood");
  }

  @Test
  void refusesMissingField() throws IOException {
    rewrite("\"commit\" : \"abc\"", "\"commit\" : null");
    assertInvalid("machine.commit is missing or null");
  }

  @Test
  void refusesNullInsideList() throws IOException {
    rewrite("[ 1.0E7, 2.0E7 ]", "[ 1.0E7, null ]");
    assertInvalid("contests[0].subjects[1].throughput[1] is missing or null");
  }

  @Test
  void refusesUnreadableInstant() throws IOException {
    rewrite("2026-03-04T05:06:07.123Z", "yesterday");
    assertInvalid("at started");
  }

  @Test
  void refusesDirectory(@TempDir Path directory) {
    file = directory;
    assertInvalid(directory + " cannot be read: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"cores\" : 2 | \"cores\" : 0 | machine.cores must be at least 1, was 0",
        "\"threads\" : 2 | \"threads\" : 0 | contests[0].threads must be at least 1, was 0",
        "\"role\" : \"OURS\" | \"role\" : \"PEER\" | contests[0].subjects[0].role",
        "\"role\" : \"MUTEX\" | \"role\" : \"OURS\" | contests[0].subjects[1].role",
        "\"name\" : \"Ours\" | \"name\" : \"synchronized\""
            + " | contests[0].subjects[1].name must be unique",
        "\"opponent\" : \"synchronized\" | \"opponent\" : \"Ours\""
            + " | contests[0].comparisons[0].opponent",
        "\"rounds\" : 6 | \"rounds\" : 0"
            + " | contests[0].comparisons[1].rounds must be at least 1, was 0",
        "[ 1.0E7, 2.0E7 ] | [ 1.0E7, -2.0 ]"
            + " | subjects[1].throughput[1] must be at least 0, was -2.0"
      })
  void refusesWhatNoRunCanHaveMeasured(String from, String to, String explanation)
      throws IOException {
    rewrite(from, to);
    assertInvalid(explanation);
  }

  @Test
  void refusesContestThatIsThereTwice() throws IOException {
    ContestResult contest = SAMPLE.contests().get(0);
    write(List.of(contest, contest));
    assertInvalid("contests[1].name must be unique, but 'area/type/case' was there before");
  }

  @Test
  void refusesContestWithoutSubjects() throws IOException {
    write(List.of(new ContestResult("a/b/c", "?", "w", 1, List.of(), List.of())));
    assertInvalid("contests[0].subjects must have at least one subject, was empty");
  }

  private void write(List<ContestResult> contests) throws IOException {
    ResultsJson.write(
        new Results(
            SAMPLE.schema(),
            SAMPLE.started(),
            SAMPLE.budgetSeconds(),
            SAMPLE.elapsedSeconds(),
            SAMPLE.complete(),
            SAMPLE.machine(),
            contests),
        file);
  }

  private void rewrite(String from, String to) throws IOException {
    ResultsJson.write(SAMPLE, file);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    put(text.replace(from, to));
  }

  private void put(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertInvalid(String part) {
    assertThatThrownBy(() -> ResultsJson.read(file))
        .isInstanceOf(InvalidResultsException.class)
        .hasMessageContaining(part);
  }
}
