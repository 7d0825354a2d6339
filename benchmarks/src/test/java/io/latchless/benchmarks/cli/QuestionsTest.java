package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.results.ContestResult;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionsTest {
  private final StringWriter out = new StringWriter();

  @Test
  void emptyLinesTakeWhatStandsInBrackets() throws IOException {
    Questions questions = answeredBy("\n\n\n\n\n\n\n\n");
    assertThat(questions.askForShape()).isEqualTo(Scenario.PROCESS_REGISTRY.shape());
    assertThat(questions.askForWants()).isEqualTo(Requirements.NOTHING);
    assertThat(out.toString()).contains("How many entries? [128] ");
  }

  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void whatStandsInBracketsWasMeasured(StructureKind shared) throws IOException {
    Shape measured =
        new Shape(shared, shared.isBalanced() ? 50 : 77, Shape.usualSize(shared), 5, 7);
    Shape farther = measured.withThreads(64);
    assertThat(answeredBy(shared.key() + "\n\n\n\n\n", known(farther, measured)).askForShape())
        .isEqualTo(measured);
    assertThat(answeredBy("\n\n\n\n\n", known(measured)).askForShape()).isEqualTo(measured);
  }

  @Test
  void ratesThatWereMeasuredStandInBracketsToo() throws IOException {
    Shape updates = Scenario.COMPLEX_STATE.atServiceRate();
    Shape reads = Scenario.LOG_BUFFER.atServiceRate();
    assertThat(answeredBy("record\n\n\n\n", known(updates, reads)).askForShape())
        .isEqualTo(updates);
    assertThat(answeredBy("history\n\n\n\n\n", known(updates, reads)).askForShape())
        .isEqualTo(reads);
    assertThat(out.toString()).contains("? [10/s] ", "? [10 reads/s] ");
  }

  private static Measured known(Shape... shapes) {
    return Measured.in(
        SyntheticContest.run(
            Arrays.stream(shapes)
                .map(shape -> SyntheticContest.of(shape).build())
                .toArray(ContestResult[]::new)));
  }

  @Test
  void everythingCanBeAnswered() throws IOException {
    Questions questions = answeredBy("Handlers\n95\n16\n8\n1,000\nyes\nY\n64k\n");
    assertThat(questions.askForShape())
        .isEqualTo(new Shape(StructureKind.HANDLERS, 95, 16, 8, 1_000));
    assertThat(questions.askForWants()).isEqualTo(new Requirements(true, true, 65_536));
  }

  @Test
  void updatesASecondAreAnAnswerToo() throws IOException {
    assertThat(answeredBy("map\n10/s\n16\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.MAP, 100, 10, 16, 2, 0));
    assertThat(answeredBy("counter\n1,000 /s\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.COUNTER, 100, 1_000, 0, 2, 0));
    assertThat(answeredBy("counter\n20 reads/s\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.COUNTER, 0, 20, 0, 2, 0));
    assertThat(answeredBy("counter\n0/s\nfew/s\n/s\n7/s\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.COUNTER, 100, 7, 0, 2, 0));
    assertThat(out.toString())
        .contains(
            "How many of 100 operations look up a key (or, as 10/s, how many per second replace a"
                + " value; or, as 10 reads/s, how many read)? [85]",
            "updates must be from 1 to 100000, was 0",
            "'few' is not a whole number",
            "'' is not a whole number");
  }

  @Test
  void whatHasNoSizeIsNotAskedForOne() throws IOException {
    assertThat(answeredBy("counter\n20\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.COUNTER, 20, 0, 2, 0));
    assertThat(answeredBy("queue\n64\n2\n0\n").askForShape())
        .isEqualTo(new Shape(StructureKind.QUEUE, 50, 64, 2, 0));
  }

  @Test
  void whatCannotBeUsedIsSaidAndAskedForAgain() throws IOException {
    Questions questions =
        answeredBy("lock\nmap\nmany\n101\n85\n0\n16\n0\n2\n-1\n5\nmaybe\nno\nno\n0\n1\n");
    assertThat(questions.askForShape()).isEqualTo(new Shape(StructureKind.MAP, 85, 16, 2, 5));
    assertThat(questions.askForWants()).isEqualTo(new Requirements(false, false, 1));
    assertThat(out.toString())
        .contains(
            "'lock' is not one of status, process",
            "'many' is not a whole number",
            "reads must be from 0 to 100, was 101",
            "size must be from 1 to 1048576, was 0",
            "threads must be from 1 to 64, was 0",
            "work must be from 0 to 100000, was -1",
            "'maybe' is neither yes nor no",
            "memory must be at least 1 byte, was 0");
  }

  @Test
  void anInputThatEndsIsNoAnswer() {
    assertThatThrownBy(() -> answeredBy("map\n").askForShape())
        .isInstanceOf(EOFException.class)
        .hasMessageStartingWith("the input ended at the question: How many of 100 operations");
  }

  private Questions answeredBy(String lines) {
    return answeredBy(lines, new Measured(Map.of()));
  }

  private Questions answeredBy(String lines, Measured measured) {
    return new Questions(
        measured, new BufferedReader(new StringReader(lines)), new PrintWriter(out, true));
  }
}
