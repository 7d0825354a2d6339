package io.latchless.benchmarks.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the tool in a second JVM if this one would print warnings. From JDK 24 on, the JVM warns
 * about JMH's use of {@code sun.misc.Unsafe} unless it was started with a flag that a jar's
 * manifest cannot carry.
 */
public final class QuietJvm {
  private static final String ACCESS = "sun.misc.unsafe.memory.access";
  private static final int FIRST_JDK_THAT_WARNS = 24;
  private static final long SECONDS_TO_END = 30;

  private QuietJvm() {}

  /** Returns whether this JVM would print the warning. */
  public static boolean isNeeded() {
    return Runtime.version().feature() >= FIRST_JDK_THAT_WARNS
        && System.getProperty(ACCESS) == null;
  }

  /**
   * Runs a main class in a new JVM with this JVM's flags and terminal.
   *
   * @return the exit code
   */
  public static int run(Class<?> main, String[] arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + ACCESS + "=allow");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end-quiet-jvm"));
    return process.waitFor();
  }

  /**
   * Passes a signal on to the second JVM and waits for it. Ctrl-C reaches both JVMs, but a signal
   * sent to the first reaches only the first.
   */
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
