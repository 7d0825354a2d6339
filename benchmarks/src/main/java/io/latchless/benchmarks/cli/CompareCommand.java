package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.jmh.ForkTiming;
import io.latchless.benchmarks.jmh.JmhForkRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the contests and writes the report. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the contests round by round and compares Latchless with each opponent.",
      "A verdict takes six rounds. If the budget is too short for all contests, the first contests"
          + " of each type are measured first, throughput before latency. Contests left without a"
          + " verdict are listed.",
      "Ctrl-C ends the run early; the report then covers the finished rounds."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a subject could not be measured, or the report could not be written",
      "2:bad arguments, or a pattern that matches no contest",
      "130:interrupted; finished rounds are written"
    })
final class CompareCommand implements Callable<Integer> {
  @Option(
      names = "--only",
      paramLabel = "GLOB",
      defaultValue = "*",
      description =
          "Run only the contests with a matching name; * is any text, ? is any character.")
  private String only = "*";

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "8m",
      converter = BudgetConverter.class,
      description = "How long the run may take: 8m, 90s, 1h30m, PT8M. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofMinutes(8);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Directory for index.html and results.json. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("report");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Suite suite = SuiteChoice.choose(spec, Suite.load(), only);
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--out " + out + " cannot be created as a directory", e);
    }
    Terminal terminal = Terminal.of(spec.commandLine().getOut());
    CompareRun run = new CompareRun(suite, budget, out, terminal);
    Interruption interruption = Interruption.of(run::stop);
    try {
      return run.call(new JmhForkRunner(ForkTiming.SHORT));
    } finally {
      interruption.finished();
    }
  }
}
