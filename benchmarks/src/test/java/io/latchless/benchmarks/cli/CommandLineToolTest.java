package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.regression.Runs;
import io.latchless.benchmarks.regression.SimulatedRuns;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import io.latchless.benchmarks.results.SubjectResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineToolTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "list --help",
        "compare --help",
        "curves --help",
        "report -h",
        "advise --help",
        "guide --help",
        "churn --help",
        "jmh --help"
      })
  void helpIsEverywhere(String arguments) {
    assertThat(execute(arguments.split(" "))).isZero();
    assertThat(out.toString()).startsWith("Usage: latchless-benchmarks");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpGivesExitCodes() {
    execute("--help");
    assertThat(out.toString()).contains("Exit codes:").containsPattern("130 +interrupted");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'a command is missing; there are list, compare, curves, advise, report, guide, churn,"
        + " jmh'",
    "compar, 'no such command: compar; there are list, compare, curves, advise, report, guide,"
        + " churn, jmh'",
    "--frob, Unknown option: '--frob'",
    "compare --budget soon, 'soon' is not a duration; give one such as 8m",
    "compare --budget 0s, out of range",
    "compare --budget -3m, out of range",
    "compare --only nothing/*, --only nothing/* matches none of the contests",
    "compare --frob, Unknown option: '--frob'",
    "list --only nothing, matches none",
    "report, Missing required parameter: 'RESULTS.json'",
    "churn, Missing required options: '--entries=N'",
    "churn --entries 16, Missing required option: '--updates=N'",
    "churn --entries many --updates 1, 'many' is not an int",
    "churn --entries 15 --updates 1, '--entries must be from 16 to 1048576, was 15'",
    "churn --entries 1048577 --updates 1, '--entries must be from 16 to 1048576, was 1048577'",
    "churn --entries 16 --updates 0, '--updates must be from 1 to 1000000000, was 0'"
  })
  void badArgumentsEndWithTwoAndOneLine(String arguments, String explanation) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(explanation).contains("--help");
  }

  @Test
  void outThatCannotBeMadeIsRefusedBeforeMeasuring(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(execute("compare", "--out", file.resolve("below").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be created as a directory");
  }

  @Test
  void listsContestsWithTheirSubjects() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString())
        .contains("demo/counter/increment-2-threads")
        .contains("CasCounter | synchronized | AtomicLong, threads: 2");
  }

  @Test
  void churnPrintsATable() {
    assertThat(execute("churn", "--entries", "16384", "--updates", "1000")).isZero();
    assertThat(out.toString())
        .containsPattern("(?m)^  SnapshotMap +665 B +665 kB$")
        .containsPattern("(?m)^  copied HashMap +655 kB +655 MB$")
        .containsPattern("(?m)^  ConcurrentHashMap +0 B +0 B$");
  }

  @Test
  void reportOfMissingResultsFailsInOneLine() {
    assertThat(execute("report", "/no/such/results.json")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("failed: no such results file: /no/such/results.json");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void badInputEndsWithTwoAndOneLineThatNamesTheFile(boolean isOlder, @TempDir Path directory)
      throws IOException {
    Path sound = directory.resolve("sound.json");
    ResultsJson.write(new SimulatedRuns(1, 6, 0.05).run(1, Runs.MONDAY, 1, 1), sound);
    String whole = Files.readString(sound);
    Path bad = directory.resolve("bad.json");
    for (String text :
        List.of(
            "",
            "[]",
            "{\"schema\": 2, \"contests\": {}}",
            whole.substring(0, whole.length() / 2),
            whole.replace("\"schema\" : 2", "\"schema\" : 99"),
            whole.replace("\"OURS\"", "\"MUTEX\""))) {
      Files.writeString(bad, text);
      err.getBuffer().setLength(0);
      int code =
          isOlder
              ? execute("report", sound.toString(), "--against", bad.toString())
              : execute("report", bad.toString());
      assertThat(code).as(text).isEqualTo(2);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).startsWith("failed: " + bad + " ");
    }
    assertThat(directory.resolve("index.html")).doesNotExist();
  }

  @Test
  void reportThatCannotBeWrittenEndsWithOne(@TempDir Path directory) throws IOException {
    Path results = directory.resolve("results.json");
    ResultsJson.write(new SimulatedRuns(1, 6, 0.05).run(1, Runs.MONDAY, 1, 1), results);
    assertThat(execute("report", results.toString(), "--out", directory.toString())).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void saysWhatChangedSinceAnEarlierRun(@TempDir Path directory) throws IOException {
    Path older = directory.resolve("older.json");
    Path newer = directory.resolve("newer.json");
    SimulatedRuns runs = new SimulatedRuns(100, 30, 0.05);
    ResultsJson.write(runs.run(1, Runs.MONDAY, 1, 1), older);
    ResultsJson.write(runs.run(2, Runs.FRIDAY, 0.7, 1.1), newer);
    assertThat(execute("report", newer.toString(), "--against", older.toString())).isZero();
    Matcher found = Pattern.compile("faster: (\\d+), slower: 0,").matcher(out.toString());
    assertThat(found.find()).isTrue();
    assertThat(Integer.parseInt(found.group(1))).isGreaterThanOrEqualTo(95);
    assertThat(out.toString())
        .contains("Compared with the run of 2026-03-09T08:00:00Z")
        .doesNotContain("differs in", "warning");
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(directory.resolve("index.html"))
        .content()
        .contains("Against the earlier run of 9 March 2026, 08:00 UTC");
  }

  @Test
  void comparesAndReportsAgain(@TempDir Path directory) throws IOException {
    String only = "demo/counter/increment-1-thread";
    assertThat(execute("compare", "--only", only, "--budget", "5s", "--out", directory.toString()))
        .as(err::toString)
        .isZero();
    assertThat(out.toString()).contains(only, "throughput", "synchronized", "index.html");
    Results results = ResultsJson.read(directory.resolve("results.json"));
    assertThat(results.complete()).isTrue();
    assertThat(results.budgetSeconds()).isEqualTo(5);
    ContestResult contest = results.contests().get(0);
    assertThat(contest.subjects()).extracting(SubjectResult::name).contains("CasCounter");
    assertThat(contest.subjects())
        .allSatisfy(subject -> assertThat(subject.throughput()).isNotEmpty())
        .allSatisfy(subject -> assertThat(subject.bytesPerOperation()).isNotNull());
    assertThat(directory.resolve("index.html")).exists();

    Path again = directory.resolve("again.html");
    assertThat(execute("report", directory + "/results.json", "--out", again.toString())).isZero();
    assertThat(again).hasSameTextualContentAs(directory.resolve("index.html"));
  }

  private int execute(String... arguments) {
    CommandLine line = CommandLineTool.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
