package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AdviseCommandTest {
  private static final Map<Scenario, ContestResult> PLANTED =
      Map.of(
          Scenario.PROCESS_STATUS, contest(Scenario.PROCESS_STATUS).with("StampedLock", 2).build(),
          Scenario.EVENT_HANDLERS,
              contest(Scenario.EVENT_HANDLERS).with("HandlerRegistry", 3).build(),
          Scenario.REQUEST_COUNTERS, contest(Scenario.REQUEST_COUNTERS).build(),
          Scenario.PROCESS_REGISTRY,
              contest(Scenario.PROCESS_REGISTRY).with("ConcurrentHashMap", 2).build(),
          Scenario.LOG_BUFFER, contest(Scenario.LOG_BUFFER).noise(1).build(),
          Scenario.COMPLEX_STATE,
              contest(Scenario.COMPLEX_STATE)
                  .with("several atomics", 4)
                  .with("SnapshotRef", 2)
                  .torn(0.05)
                  .build());

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path directory;

  @BeforeEach
  void keepDirectory(@TempDir Path temporary) {
    directory = temporary;
  }

  private static SyntheticContest contest(Scenario scenario) {
    return SyntheticContest.of(scenario.shape());
  }

  private static Results planted() {
    return SyntheticContest.run(PLANTED.values().toArray(ContestResult[]::new));
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void answersEachScenarioAsTheReportsMatrixDoes(Scenario scenario) throws IOException {
    Path results = directory.resolve("results.json");
    ResultsJson.write(planted(), results);
    assertThat(execute("--scenario", scenario.key(), "--results", results.toString(), "--json"))
        .isZero();
    String choice = new ObjectMapper().readTree(out.toString()).get("choice").asText();
    Path page = directory.resolve("index.html");
    HtmlReport.write(planted(), page);
    Document report = Jsoup.parse(Files.readString(page));
    Element row =
        report.select("tr.scenario").stream()
            .filter(each -> each.text().startsWith(scenario.title()))
            .findFirst()
            .orElseThrow();
    assertThat(row.select(".choice").text()).isEqualTo(choice);
  }

  @ParameterizedTest
  @CsvSource({
    "process-status, CLEAR, 'Take StampedLock.'",
    "event-handlers, CLEAR, 'Take HandlerRegistry.'",
    "request-counters, TIE, 'Tie: take the simpler one, the mutex (synchronized).'",
    "process-registry, CLEAR, 'Take ConcurrentHashMap.'",
    "log-buffer, NOISY, 'Too noisy to tell '",
    "complex-state, CLEAR, 'Take SnapshotRef.'"
  })
  void saysWhatWasPlanted(String scenario, String certainty, String answer) throws IOException {
    Path results = written(planted());
    assertThat(execute("--scenario", scenario, "--results", results.toString())).isZero();
    assertThat(out.toString())
        .contains(answer, "What would change it", "Difference Engine 2, 4 cores");
    String text = out.toString();
    out.getBuffer().setLength(0);
    assertThat(execute("--scenario", scenario, "--results", results.toString(), "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("certainty").asText()).isEqualToIgnoringCase(certainty);
    assertThat(text).contains(json.get("answer").asText());
  }

  @Test
  void saysWhoTears() throws IOException {
    Path results = written(planted());
    execute("--scenario", "complex-state", "--results", results.toString());
    assertThat(out.toString())
        .containsPattern("Several atomics is \\S+ times as fast but tears: 5 % of its reads");
  }

  @Test
  void saysThatFiguresAreOfAnotherMachine() throws IOException {
    execute("--scenario", "complex-state", "--results", written(planted()).toString());
    assertThat(err.toString())
        .contains(
            "come from another processor: Difference Engine 2, this machine has",
            "come from another number of cores: 4");
  }

  @Test
  void tooFewRoundsAndNobodyAreNoAnswer() throws IOException {
    Shape shape = Scenario.REQUEST_COUNTERS.shape();
    Path few = written(SyntheticContest.run(SyntheticContest.of(shape).rounds(3).build()));
    assertThat(execute("--scenario", "request-counters", "--results", few.toString())).isEqualTo(3);
    Path enough = written(planted());
    assertThat(
            execute(
                "--scenario", "request-counters", "--results", enough.toString(), "--memory", "9"))
        .isEqualTo(3);
    assertThat(out.toString()).contains("Undecided:", "No measured candidate");
  }

  @Test
  void answersFromAContestOfAsManyUpdatesASecond() throws IOException {
    Shape rate = new Shape(StructureKind.MAP, 100, 10, 1_024, 2, 100);
    Results run =
        SyntheticContest.run(
            SyntheticContest.of(rate).with("SnapshotMap", 3).build(),
            SyntheticContest.of(rate.withUpdatesPerSecond(50_000)).with("synchronized", 3).build(),
            SyntheticContest.of(rate.withReadPercent(50)).with("ConcurrentHashMap", 3).build());
    Path results = written(run);
    assertThat(execute("--shared", "map", "--updates", "10", "--results", "" + results)).isZero();
    assertThat(out.toString())
        .contains(
            "except 10 per second in total to replace a value",
            "Take SnapshotMap.",
            "At 50,000 updates per second: the mutex (synchronized)")
        .doesNotContain("if 50 % of", "If 50 % of");
    out.getBuffer().setLength(0);
    execute("--shared", "map", "--updates", "10", "--results", "" + results, "--json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("contest").asText()).isEqualTo(rate.contestName());
    assertThat(json.get("workload").get("updatesPerSecond").asInt()).isEqualTo(10);
    assertThat(json.get("workload").get("reads").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"needed", "never"})
  void answersForTheNearestThatWasMeasuredAndSaysHowNearItIs(String measure) throws IOException {
    Path results = written(planted());
    String[] asked = {
      "--shared",
      "map",
      "--reads",
      "90",
      "--size",
      "128",
      "--threads",
      "3",
      "--measure",
      measure,
      "--results",
      results.toString()
    };
    assertThat(execute(asked)).isZero();
    assertThat(out.toString())
        .contains(
            "Nearest   measured: 2 threads, 85 % reads; you asked for 3 threads, 90 % reads",
            "Take ConcurrentHashMap.",
            "It cannot show one moment, batch changes",
            "--measure missing measures exactly what you asked for",
            "Figures   " + results + " of 2026-03-14");
    out.getBuffer().setLength(0);
    String[] json = Arrays.copyOf(asked, asked.length + 1);
    json[asked.length] = "--json";
    execute(json);
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.get("asked").get("threads").asInt()).isEqualTo(3);
    assertThat(answer.get("workload").get("threads").asInt()).isEqualTo(2);
    assertThat(answer.get("nearness").asText()).startsWith("measured: 2 threads, 85 % reads;");
    assertThat(answer.get("contest").asText())
        .isEqualTo(Scenario.PROCESS_REGISTRY.shape().contestName());
  }

  @Test
  void saysNothingOfNearnessWhereTheWorkloadItselfWasMeasured() throws IOException {
    Path results = written(planted());
    execute("--scenario", "log-buffer", "--results", results.toString());
    assertThat(out.toString())
        .contains("Too noisy to tell ", "too noisy to tell\n")
        .doesNotContain("Nearest", "Also near", "Tie");
    out.getBuffer().setLength(0);
    execute("--scenario", "log-buffer", "--results", results.toString(), "--json");
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.get("nearness").isNull()).isTrue();
    assertThat(answer.get("asked")).isEqualTo(answer.get("workload"));
  }

  @Test
  void answersForAShareInsteadOfARateOnlyIfItMustNotMeasure() throws IOException {
    Path results = written(planted());
    String[] asked = {
      "--shared", "counter", "--updates", "10", "--measure", "never", "--results", "" + results
    };
    assertThat(execute(asked)).isZero();
    assertThat(out.toString())
        .contains("Nearest   measured: 80 % reads; you asked for 10 updates per second");
  }

  @Test
  void answersForARateOfReads() throws IOException {
    Path results =
        written(
            SyntheticContest.run(
                SyntheticContest.of(Scenario.LOG_BUFFER.atServiceRate())
                    .with("ReentrantLock", 3)
                    .build()));
    execute("--shared", "history", "--read-rate", "10", "--results", results.toString());
    assertThat(out.toString())
        .contains("except 10 per second in total to read the newest", "Take ReentrantLock.")
        .doesNotContain("Nearest");
  }

  @Test
  void whatIsNotThereIsNotMeasuredWhenForbidden() throws IOException {
    Path results = written(planted());
    assertThat(execute("--shared", "queue", "--results", results.toString(), "--measure", "never"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "choice/queue/reads-50-size-1024-threads-2-work-100 was not measured in ",
            "nor was another workload of its kind, and --measure never forbids measuring it now");
  }

  @Test
  void measuresWhatIsLackingAfterSayingSo() throws IOException {
    Path results = written(planted());
    Path saved = directory.resolve("saved.json");
    int code =
        execute(
            "--shared",
            "counter",
            "--reads",
            "0",
            "--threads",
            "1",
            "--work",
            "0ns",
            "--results",
            results.toString(),
            "--measure",
            "missing",
            "--budget",
            "12s",
            "--save",
            saved.toString());
    assertThat(code).isIn(CommandLineTool.OK, AdviseCommand.NO_ANSWER);
    assertThat(out.toString())
        .contains(
            "choice/counter/reads-0-threads-1-work-0 is not in " + results,
            "measuring it now, for at most 0:12",
            "measured just now");
    assertThat(ResultsJson.read(saved).contests().get(0).subjects())
        .allSatisfy(subject -> assertThat(subject.footprintBytes()).isPositive());
    assertThat(ResultsJson.read(saved).contests())
        .extracting(ContestResult::name)
        .containsExactly(new Shape(StructureKind.COUNTER, 0, 0, 1, 0).contestName());
  }

  @ParameterizedTest
  @CsvSource({
    "--shared moon, '--shared must be one of [status, process, counter'",
    "--scenario moon, '--scenario must be one of [process-status'",
    "--scenario log-buffer --threads 3, '--scenario sets the whole shape: omit --shared'",
    "--scenario log-buffer --updates 3, '--scenario sets the whole shape: omit --shared'",
    "--shared map --reads 90 --updates 3, '--reads, --updates and --read-rate set the share of writes'",
    "--reads 90, 'give --shared or --scenario too'",
    "--never-held-up, 'give --shared or --scenario too'",
    "--shared map --updates 0, '--updates must be from 1 to 100000, was 0'",
    "--shared map --updates 100001, '--updates must be from 1 to 100000, was 100001'",
    "--shared map --updates 3 --read-rate 3, 'give one of them'",
    "--shared map --read-rate 0, '--read-rate must be from 1 to 100000, was 0'",
    "--shared queue --read-rate 10, '--read-rate must be 0 for a queue'",
    "--shared queue --updates 10, '--updates must be 0 for a queue'",
    "--shared map --reads 101, '--reads must be from 0 to 100, was 101'",
    "--shared map --size 0, '--size must be from 1 to 1048576, was 0'",
    "--shared status --size 4, '--size must be 0 for a status, which has no size, was 4'",
    "--shared queue --reads 90, '--reads must be 50 for a queue'",
    "--shared map --threads 0, '--threads must be from 1 to 64, was 0'",
    "--shared map --work soon, 'is not a short time; give nanoseconds such as 100, 100ns or 2us'",
    "--shared map --memory little, 'is not a size; give bytes such as 4096, 64k or 2m'",
    "--shared map --memory 0, '--memory must be at least 1 byte, was 0'",
    "--shared map --measure often, 'expected one of [NEEDED, MISSING, NEVER, ALWAYS]'"
  })
  void badShapesAreOneClearLineAndExitCode2(String arguments, String message) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip()).contains(message).doesNotContain("\n");
    assertThat(out.toString()).isEmpty();
  }

  private Path written(Results results) throws IOException {
    Path file = Files.createTempFile(directory, "results", ".json");
    ResultsJson.write(results, file);
    return file;
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "advise";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLine line = CommandLineTool.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(all);
  }
}
