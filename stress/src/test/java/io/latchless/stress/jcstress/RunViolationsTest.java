package io.latchless.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunViolationsTest {
  private static final Set<String> BOTH = Set.of("a.One", "a.Two");
  private static final ObservedResult ONE = passed("a.One");
  private static final ObservedResult TWO = passed("a.Two");
  private static final ObservedResult ONE_CAUGHT =
      new ObservedResult("a.One", "NORMAL", false, 100, "1 3x FORBIDDEN (lost)");

  @Test
  void aFullRunOfPassedCasesIsAProof() {
    assertThat(RunViolations.toCases(run(0, BOTH, ONE, TWO))).as("objections").isEmpty();
  }

  @Test
  void aForbiddenOutcomeIsReportedWithItsTable() {
    assertThat(RunViolations.toCases(run(1, BOTH, ONE_CAUGHT, TWO)))
        .as("objections to a broken case")
        .containsExactly(
            "a.One had a forbidden outcome: 1 3x FORBIDDEN (lost)", "jcstress ended with 1");
  }

  @Test
  void aForbiddenOutcomeIsReportedThoughTheExitCodeIsZero() {
    assertThat(RunViolations.toCases(run(0, BOTH, ONE_CAUGHT, TWO)))
        .as("objections to a broken case that the exit code hides")
        .hasSize(1);
  }

  @Test
  void aBadExitCodeIsReportedThoughAllPassed() {
    assertThat(RunViolations.toCases(run(1, BOTH, ONE, TWO)))
        .as("objections to an exit code that no result explains")
        .containsExactly("jcstress ended with 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FATAL: No matching tests.",
        "      No scheduling is possible, these tests would not run.",
        "----- [N/A] Testing @Contended works on all results and infra objects"
      })
  void whatJcstressMentionsInPassingIsReported(String line) {
    JcstressRun good = run(0, BOTH, ONE, TWO);
    JcstressRun run = new JcstressRun(0, good.output() + line + "\n", BOTH, BOTH, good.results());

    assertThat(RunViolations.toCases(run))
        .as("objections to '%s'", line)
        .containsExactly("jcstress said: " + line.strip());
    assertThat(RunViolations.toRogues(run)).as("the same for rogues").hasSize(1);
  }

  @Test
  void aTestWithoutAResultIsReportedByName() {
    assertThat(RunViolations.toCases(run(0, BOTH, ONE)))
        .as("objections to a test that was left out")
        .containsExactly("a.Two has no result");
  }

  @Test
  void aTestThatNeverMetIsReportedByName() {
    assertThat(
            RunViolations.toCases(
                run(0, BOTH, ONE, new ObservedResult("a.Two", "NORMAL", true, 0, ""))))
        .as("objections to a result without samples")
        .containsExactly("a.Two has no result");
  }

  @Test
  void aTestThatIsCompiledButNotListedIsReportedByName() {
    JcstressRun run = new JcstressRun(0, planned(1), BOTH, Set.of("a.One"), List.of(ONE));

    assertThat(RunViolations.toCases(run))
        .as("objections to a list that lacks a test")
        .containsExactly("a.Two is compiled, but jcstress does not list it");
  }

  @Test
  void aStrangerInTheListIsReportedByName() {
    JcstressRun run = new JcstressRun(0, planned(2), Set.of("a.One"), BOTH, List.of(ONE, TWO));

    assertThat(RunViolations.toCases(run))
        .as("objections to the list of another directory")
        .containsExactly("a.Two is listed, but not compiled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"API_MISMATCH", "TIMEOUT_ERROR", "TEST_ERROR", "VM_ERROR", "CHECK_TEST_ERROR"})
  void aRunThatWentWrongIsReportedAndCatchesNothing(String status) {
    ObservedResult broken = new ObservedResult("a.Two", status, false, 5, "why");
    JcstressRun run = run(0, BOTH, ONE, TWO, broken);

    assertThat(RunViolations.toCases(run))
        .as("objections to %s", status)
        .containsExactly("a.Two went wrong, " + status + ": why");
    assertThat(RunViolations.uncaught(run)).as("a crash is no catch").contains("a.Two");
  }

  @Test
  void resultsThatGotLostAreReported() {
    JcstressRun run = new JcstressRun(0, planned(3), BOTH, BOTH, List.of(ONE, TWO));

    assertThat(RunViolations.toCases(run))
        .as("objections to a lost result")
        .containsExactly("jcstress planned 3 results and recorded 2");
  }

  @Test
  void anEmptyRunIsNoProof() {
    assertThat(RunViolations.toCases(new JcstressRun(0, "", Set.of(), Set.of(), List.of())))
        .as("objections to nothing at all")
        .containsExactly(
            "there is nothing to run", "jcstress never said how many results it planned");
  }

  @Test
  void aRogueThatIsNotCaughtIsNamedThoughAnotherOneWas() {
    JcstressRun run = run(1, BOTH, ONE_CAUGHT, ONE, TWO);

    assertThat(RunViolations.toRogues(run)).as("objections to the run").isEmpty();
    assertThat(RunViolations.uncaught(run)).as("rogues at large").containsExactly("a.Two");
  }

  @Test
  void anExitCodeThatContradictsTheRoguesIsReported() {
    assertThat(RunViolations.toRogues(run(0, BOTH, ONE_CAUGHT, TWO)))
        .as("objections to an exit code of 0 beside a caught rogue")
        .containsExactly("jcstress ended with 0, its results demand 1");
  }

  @Test
  void aResultSurvivesItsLine() {
    assertThat(ObservedResult.fromLine(ONE_CAUGHT.toLine())).as("read back").isEqualTo(ONE_CAUGHT);
    assertThatThrownBy(() -> ObservedResult.fromLine("a.One NORMAL"))
        .as("half a line")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObservedResult passed(String name) {
    return new ObservedResult(name, "NORMAL", true, 100, "2 100x ACCEPTABLE (both)");
  }

  private static String planned(int results) {
    return "(Results: %d planned; 0 passed, 0 failed, 0 soft errs, 0 hard errs)\n"
        .formatted(results);
  }

  private static JcstressRun run(int exitCode, Set<String> names, ObservedResult... results) {
    return new JcstressRun(exitCode, planned(results.length), names, names, List.of(results));
  }
}
