package io.latchless.benchmarks.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Passes its arguments to JMH's own command line. */
@Command(
    name = "jmh",
    description = "Runs JMH itself on these benchmarks. jmh -h shows its options.")
final class JmhCommand implements Callable<Integer> {
  @Option(names = "--help", usageHelp = true, description = "Show this help; -h shows JMH's.")
  @SuppressWarnings("unused") // only picocli reads it
  private boolean help;

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Arguments passed on to JMH.")
  private List<String> arguments = List.of();

  @Spec
  void acceptAnyOption(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
    return CommandLineTool.OK;
  }
}
