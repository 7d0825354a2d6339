package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.InvalidContestException;
import io.latchless.benchmarks.results.InvalidResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The top-level command; every other command is a subcommand of it. */
@Command(
    name = "latchless-benchmarks",
    mixinStandardHelpOptions = true,
    versionProvider = ManifestVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Compares Latchless with mutexes and other libraries on this machine.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed: a file could not be written, or a subject could not be measured",
      "2:bad arguments, a pattern that matches no contest, or results that cannot be read",
      "130:interrupted; finished rounds are written"
    },
    subcommands = {
      ListCommand.class,
      CompareCommand.class,
      CurvesCommand.class,
      AdviseCommand.class,
      ReportCommand.class,
      GuideCommand.class,
      ChurnCommand.class,
      JmhCommand.class
    })
public final class CommandLineTool implements Runnable {
  /** The exit code of success. */
  static final int OK = 0;

  /** The exit code if a file could not be written or a subject could not be measured. */
  static final int FAILED = 1;

  @Spec private CommandSpec spec;

  /**
   * Runs one command on the standard streams.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new CommandLineTool());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(CommandLineTool::explainArguments);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> explainFailure(failure, command.getErr()));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing" + commands(spec));
  }

  private static int explainArguments(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "%s: %s (see %s --help)%n",
            command.getCommandName(), fault(e), command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private static String fault(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    return e instanceof UnmatchedArgumentException unmatched
            && spec.parent() == null
            && !unmatched.isUnknownOption()
        ? "no such command: " + unmatched.getUnmatched().get(0) + commands(spec)
        : String.valueOf(e.getMessage());
  }

  private static String commands(CommandSpec spec) {
    return "; there are " + String.join(", ", spec.subcommands().keySet());
  }

  /**
   * Explains a failure that the user can cause in one line. Any other exception is a bug in this
   * program and keeps its stack trace.
   */
  private static int explainFailure(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof InvalidResultsException) {
      err.println("failed: " + failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof InvalidContestException) {
      err.println("failed: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }
}
