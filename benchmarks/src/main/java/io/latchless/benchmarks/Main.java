package io.latchless.benchmarks;

import io.latchless.benchmarks.cli.CommandLineTool;
import io.latchless.benchmarks.cli.QuietJvm;
import java.io.IOException;

/** The command line of the benchmarks; {@code --help} describes it. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(
        QuietJvm.isNeeded() ? QuietJvm.run(Main.class, arguments) : CommandLineTool.run(arguments));
  }
}
