package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import io.latchless.benchmarks.results.SubjectResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CurvesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--shared moon, '--shared must be one of [status, process, counter'",
    "'--shared map,moon', 'was moon'",
    "--axis colour, '--axis must be one of [reads, updates, threads, size, work], was colour'",
    "--shared status --axis size, '--axis size does not apply to --shared status'",
    "'--shared queue --axis reads', '--axis reads does not apply to --shared queue'",
    "'--shared queue --axis updates', '--axis updates does not apply to --shared queue'",
    "--budget soon, 'soon'' is not a duration'",
    "--frob, 'Unknown option: ''--frob'''"
  })
  void badArgumentsEndWithTwoAndOneLine(String arguments, String explanation) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(explanation).contains("--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpNamesEveryAxis() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("separated by commas: reads, updates (per second), threads, size, work.");
    assertThat(Axis.keys()).containsExactly("reads", "updates", "threads", "size", "work");
  }

  @Test
  void outThatCannotBeMadeIsRefusedBeforeMeasuring(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(execute("--out", file.resolve("below").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be created as a directory");
  }

  @Test
  void measuresWritesAndNamesWhatThereWasNoTimeFor(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("index.html"), "");
    int code =
        execute(
            "--shared", "counter", "--axis", "threads", "--budget", "8s", "--out", "" + directory);
    assertThat(code).as(err::toString).isZero();
    assertThat(out.toString())
        .contains("curves: 1, time: 0:08", "curves.html", "curves.json")
        .contains("not finished for lack of time: 1 of 1 curve", "A counter: threads (90 % reads");
    Results results = ResultsJson.read(directory.resolve("curves.json"));
    assertThat(results.complete()).isTrue();
    assertThat(results.budgetSeconds()).isEqualTo(8);
    ContestResult first = results.contests().get(0);
    assertThat(Shape.ofContest(first.name()).orElseThrow().threads()).isEqualTo(1);
    assertThat(first.subjects())
        .extracting(SubjectResult::name)
        .contains("Counter", "synchronized");
    Path page = directory.resolve("curves.html");
    assertThat(Jsoup.parse(Files.readString(page)).select("header a[href=index.html]")).hasSize(1);
    Files.delete(page);

    CommandLine line = CommandLineTool.commandLine();
    line.setOut(new PrintWriter(out, true));
    assertThat(line.execute("report", directory.resolve("curves.json").toString())).isZero();
    assertThat(page).exists();
    assertThat(directory.resolve("index.html")).isEmptyFile();
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "curves";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLine line = CommandLineTool.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(all);
  }
}
