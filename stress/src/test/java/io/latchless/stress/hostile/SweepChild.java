package io.latchless.stress.hostile;

import io.latchless.stress.Effort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Sweeps the depths of a stack in a JVM that only interprets, where every call checks the stack.
 */
final class SweepChild {
  private static final String FINDING = "finding: ";
  private static final String END = "swept ";

  private SweepChild() {}

  /** Launches the child and returns what it has found. */
  static List<String> findings() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-XX:+UseSerialGC",
                "-D" + Effort.PROPERTY + "=" + Effort.current().name().toLowerCase(Locale.ROOT),
                "-cp",
                System.getProperty("java.class.path"),
                SweepChild.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try {
      said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
    } finally {
      child.destroyForcibly();
    }
    if (!child.waitFor(Threads.seconds(), TimeUnit.SECONDS)
        || said.stream().noneMatch(line -> line.startsWith(END))) {
      throw new IOException("the child did not come to its end: " + said);
    }
    return said.stream().filter(line -> line.startsWith(FINDING)).toList();
  }

  public static void main(String[] arguments) {
    Logger.getLogger("io.latchless.primitives").setUseParentHandlers(false);
    DepthSweep sweep = new DepthSweep(Effort.of(2, 1), Effort.of(32, 64));
    List<Row<?>> rows = new ArrayList<>(Scenarios.all());
    rows.removeIf(row -> !row.isSwept());
    for (String finding : sweep.findings(rows)) {
      System.out.println(FINDING + finding);
    }
    System.out.println(END + rows.size());
    System.exit(0);
  }
}
