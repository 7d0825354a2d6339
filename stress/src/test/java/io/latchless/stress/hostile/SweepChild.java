package io.latchless.stress.hostile;

import io.latchless.primitives.internal.StackRoom;
import io.latchless.stress.Effort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Runs the depth sweep in an interpreter-only JVM, where every call checks the stack. */
final class SweepChild {
  private static final String FINDING = "finding: ";
  private static final String END = "swept ";
  private static final Logger LOG = Logger.getLogger("io.latchless");

  private SweepChild() {}

  /** Launches the child and returns its findings. */
  static List<String> findings() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The worst that can be: the check of the stack takes little, all else much.
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=compileonly," + StackRoom.class.getName() + "::enterLargeFrame",
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
      throw new IOException("the child did not finish: " + said);
    }
    return said.stream().filter(line -> line.startsWith(FINDING)).toList();
  }

  public static void main(String[] arguments) {
    LOG.setUseParentHandlers(false);
    DepthSweep sweep = new DepthSweep(Effort.of(3, 1), Effort.of(64, 256));
    List<Row<?>> rows = new ArrayList<>(Scenarios.all());
    rows.removeIf(row -> !row.isSwept());
    for (String finding : sweep.findings(rows)) {
      System.out.println(FINDING + finding);
    }
    System.out.println(END + rows.size());
    System.exit(0);
  }
}
