package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the examples in docs with the commands of the README and docs/registries.md. */
class ExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  @Test
  void theSupervisorRestartsWhatFailsAndStopsAll() throws Exception {
    // The main thread prints the first sequence, a thread that notices an exit the second.
    assertThat(run("README.md", "Supervisor"))
        .containsSubsequence(
            "a second web is refused, it is RUNNING",
            "all have run: true",
            "restarted: true",
            "batch  RUNNING           1         -",
            "all are over: true",
            "{PENDING=0, RUNNING=0, STOPPED=3, FAILED=0, SUCCESS=0}")
        .containsSubsequence("batch: RUNNING -> FAILED", "batch: FAILED -> PENDING");
  }

  @Test
  void aConfigurationIsReloadedRefusedAndRolledBack() throws Exception {
    assertThat(run("docs/registries.md", "HotReload"))
        .containsSubsequence(
            "timeout PT1S -> PT2S",
            "upstreams [http://one.example] -> [http://one.example, http://two.example]",
            "refused: timeout must be more than 0, was PT0S",
            "the pool has room for 2 upstreams: rolled back",
            "Config[timeout=PT2S, retries=2, upstreams=[http://one.example, http://two.example]]");
  }

  /** Runs the example with the command in a document, on the JVM of the tests. */
  private static List<String> run(String document, String example)
      throws IOException, InterruptedException {
    String end = "docs/examples/" + example + ".java";
    List<String> commands =
        Files.readAllLines(ROOT.resolve(document)).stream()
            .filter(line -> line.startsWith("java ") && line.endsWith(end))
            .toList();
    assertThat(commands).as(document).hasSize(1);
    String[] command = commands.get(0).split(" ", -1);
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }
}
