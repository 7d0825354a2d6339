package io.latchless.benchmarks.cli;

import static io.latchless.benchmarks.regression.Runs.about;
import static io.latchless.benchmarks.regression.Runs.contest;
import static io.latchless.benchmarks.regression.Runs.just;
import static io.latchless.benchmarks.regression.Runs.lock;
import static io.latchless.benchmarks.regression.Runs.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.regression.Runs;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTableTest {
  private static final String LONG = "area/" + "y".repeat(80) + "/case";

  private static final List<ContestResult> OLDER =
      List.of(at("a/b/up", 100), at("a/b/down", 100), at("a/b/still", 100), at(LONG, 100));

  @Test
  void changesAreListedTheRestIsCounted() {
    String table =
        table(
            Runs.machine(),
            List.of(at("a/b/up", 200), at("a/b/down", 50), at("a/b/still", 100), at("a/b/new", 1)));
    assertThat(table.lines())
        .containsSubsequence(
            "slower",
            "  a/b/down" + " ".repeat(48) + "  throughput    0.50 [0.50, 0.50]",
            "faster",
            "  a/b/up" + " ".repeat(50) + "  throughput    2.00 [1.99, 2.01]",
            "faster: 1, slower: 1, as before: 1, undecided: 0, not compared: 2");
    assertThat(table).doesNotContain("still", "differs", "warning");
  }

  @Test
  void otherMachinesAreNamedAndWarnedOf() {
    Machine other =
        new Machine(
            "Xeon" + " Gold".repeat(30),
            2,
            8L << 30,
            "Linux 6.1",
            "17.0.15+6",
            "VM",
            List.of(),
            "fff");
    String table = table(other, List.of(at(LONG, 30_000_000)));
    assertThat(table)
        .contains("differs in processor: Xeon Gold")
        .contains("differs in commit: fff, before 2df4c44d51")
        .contains("warning: this compares machines rather than versions of the code")
        .contains("  ...yyy");
    assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(0, 100));
  }

  @Test
  void otherCommitIsNamedWithoutWarning() {
    Machine same = Runs.machine();
    Machine other =
        new Machine(
            same.cpu(), 2, same.memoryBytes(), same.os(), same.jdk(), same.vm(), same.flags(), "f");
    assertThat(table(other, OLDER)).contains("differs in commit: f").doesNotContain("warning");
  }

  private static ContestResult at(String name, double figure) {
    return contest(name, ours(about(figure)), lock(just(10)));
  }

  private static String table(Machine machine, List<ContestResult> newer) {
    StringWriter written = new StringWriter();
    new ChangeTable(new PrintWriter(written, true))
        .print(
            MeasuredChanges.between(
                Runs.run(Runs.MONDAY, Runs.machine(), OLDER),
                Runs.run(Runs.FRIDAY, machine, newer)));
    return written.toString();
  }
}
