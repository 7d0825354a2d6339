package io.latchless.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

public class JcstressGateTest {
  private static final Path REPORTS = Path.of("target", "jcstress").toAbsolutePath();
  private static final String CASES = "io.latchless.stress.cases";
  private static final String ROGUES = "io.latchless.stress.rogues";
  private static final int CHANCES = 4;

  @Test
  void everyCaseRunsAndPasses() throws IOException, InterruptedException {
    long start = System.nanoTime();
    JcstressRun run = gate(CASES, "cases").run(Budget.current().arguments());

    assertThat(RunViolations.toCases(run)).as("objections to the cases").isEmpty();
    System.out.printf(
        "jcstress: %d cases passed in %d configurations, %d s%n",
        run.listed().size(), run.results().size(), seconds(start));
  }

  @Test
  void everyRogueIsCaught() throws IOException, InterruptedException {
    long start = System.nanoTime();
    JcstressGate gate = gate(ROGUES, "rogues");
    JcstressRun run = gate.run(Budget.current().rogueArguments(0));
    assertThat(RunViolations.toRogues(run)).as("objections to the rogues").isEmpty();
    assertThat(RunViolations.toCases(run)).as("objections if rogues were cases").isNotEmpty();

    Set<String> atLarge = new TreeSet<>(RunViolations.uncaught(run));
    int chances = 1;
    while (chances < CHANCES && !atLarge.isEmpty()) {
      JcstressRun again = gate.run(atLarge, Budget.current().rogueArguments(chances++));
      assertThat(RunViolations.toRogues(again)).as("objections to another chance").isEmpty();
      atLarge.retainAll(RunViolations.uncaught(again));
    }

    assertThat(atLarge).as("rogues that jcstress did not catch in %d chances", chances).isEmpty();
    System.out.printf(
        "jcstress: %d rogues caught at chance %d, %d s%n",
        run.listed().size(), chances, seconds(start));
  }

  @Test
  void aRunOfNothingIsRefusedThoughItEndsWithZero() throws IOException, InterruptedException {
    JcstressRun run = gate(CASES, "nothing").run("matches nothing", Budget.QUICK.arguments());

    assertThat(run.exitCode()).as("exit code of jcstress, which has not looked").isZero();
    assertThat(RunViolations.toCases(run))
        .as("objections to an empty run")
        .contains("there is nothing to run", "jcstress said: FATAL: No matching tests.");
  }

  private static JcstressGate gate(String packageName, String name) {
    return new JcstressGate(packageName, REPORTS.resolve(name), Budget.current().limit());
  }

  private static long seconds(long start) {
    return (System.nanoTime() - start) / 1_000_000_000L;
  }
}
