package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.ExampleProgram;
import org.junit.jupiter.api.Test;

/** Runs the examples in docs with the commands of the README and docs/registries.md. */
class ExamplesTest {
  @Test
  void theSupervisorRestartsWhatFailsAndStopsAll() throws Exception {
    // The main thread prints the first sequence, a thread that notices an exit the second.
    assertThat(ExampleProgram.run("README.md", "Supervisor"))
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
    assertThat(ExampleProgram.run("docs/registries.md", "HotReload"))
        .containsSubsequence(
            "timeout PT1S -> PT2S",
            "upstreams [http://one.example] -> [http://one.example, http://two.example]",
            "refused: timeout must be more than 0, was PT0S",
            "the pool has room for 2 upstreams: rolled back",
            "Config[timeout=PT2S, retries=2, upstreams=[http://one.example, http://two.example]]");
  }
}
