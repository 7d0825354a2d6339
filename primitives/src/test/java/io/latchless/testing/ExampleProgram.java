package io.latchless.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the example programs of the guides. */
public final class ExampleProgram {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  private ExampleProgram() {}

  /** Runs an example with the command in a document, on the JVM of the tests. */
  public static List<String> run(String document, String example)
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
