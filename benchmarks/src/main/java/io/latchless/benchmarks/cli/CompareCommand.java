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

/** Runs the contests and reports. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the contests round after round, and reports ours against each opponent.",
      "A verdict takes six rounds. Where the budget is too short for one on every contest, the first",
      "contests of each type come first, throughput before latency, and the rest is named.",
      "Ctrl-C ends it early; what was finished by then is reported."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, but a subject gave no figure; or the report could not be written",
      "2:bad arguments, or a pattern that matches no contest",
      "130:interrupted; what was finished is written"
    })
final class CompareCommand implements Callable<Integer> {
  @Option(
      names = "--only",
      paramLabel = "GLOB",
      defaultValue = "*",
      description = "Only contests whose whole name matches; * is any text, ? any character.")
  private String only = "*";

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "8m",
      converter = BudgetConverter.class,
      description = "How long it may take: 8m, 90s, 1h30m, PT8M. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofMinutes(8);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Where to write index.html and results.json. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("report");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Suite suite = SuiteChoice.choose(spec, Suite.load(), only);
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--out " + out + " cannot be made a directory", e);
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
