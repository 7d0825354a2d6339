package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.Main;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  @Test
  void signalledRunWritesWhatItHas(@TempDir Path directory)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "compare",
                "--out",
                directory.toString())
            .redirectErrorStream(true)
            .start();
    List<String> after;
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains("round 1 of")) {
        line = lines.readLine();
      }
      // End it through the handle: the process's own method would close the stream that is read
      // here.
      assertThat(process.toHandle().destroy()).isTrue();
      after = lines.lines().toList();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(after).contains("interrupted: only finished rounds are counted");
    Results results = ResultsJson.read(directory.resolve("results.json"));
    assertThat(results.complete()).isFalse();
    assertThat(directory.resolve("index.html")).exists();
  }
}
