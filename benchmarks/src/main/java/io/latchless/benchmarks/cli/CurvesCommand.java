package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.CurveCatalogue;
import io.latchless.benchmarks.jmh.ForkTiming;
import io.latchless.benchmarks.jmh.JmhForkRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sweeps curves and writes the report. */
@Command(
    name = "curves",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sweeps one parameter of a workload and finds where two subjects change places.",
      "It measures both ends and the middle, then closes in on each crossing. For maps it gives the"
          + " break-even of copy-on-write by size, with its updates and garbage per second.",
      "If the budget is too short for all curves, the most important ones are measured first. The"
          + " unfinished ones are listed.",
      "Ctrl-C ends the run early; the report then covers the finished rounds."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a subject could not be measured, or the report could not be written",
      "2:bad arguments",
      "130:interrupted; finished rounds are written"
    })
final class CurvesCommand implements Callable<Integer> {
  @Option(
      names = "--shared",
      paramLabel = "WHAT",
      split = ",",
      description = {
        "The shared structures, separated by commas: status, process, counter, record, map,"
            + " handlers, queue, history. Default: all."
      })
  private List<String> shared = StructureKind.keys();

  @Option(
      names = "--axis",
      paramLabel = "AXIS",
      split = ",",
      description =
          "The parameters to sweep, separated by commas: reads, updates (per second), threads,"
              + " size, work. Default: all.")
  private List<String> axes = Axis.keys();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = BudgetConverter.class,
      description = "How long the run may take: 30m, 90s, 1h30m, PT8M. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofMinutes(30);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Directory for curves.html and curves.json. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("report");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Curve> curves = curves();
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw bad("--out " + out + " cannot be created as a directory");
    }
    CurvesRun run = new CurvesRun(curves, budget, out, Terminal.of(spec.commandLine().getOut()));
    Interruption interruption = Interruption.of(run::stop);
    try {
      return run.call(new JmhForkRunner(ForkTiming.SHORT));
    } finally {
      interruption.finished();
    }
  }

  private List<Curve> curves() {
    Set<StructureKind> what = EnumSet.noneOf(StructureKind.class);
    shared.forEach(
        key -> what.add(named("--shared", key, StructureKind::of, StructureKind.keys())));
    Set<Axis> along = EnumSet.noneOf(Axis.class);
    axes.forEach(key -> along.add(named("--axis", key, Axis::of, Axis.keys())));
    List<Curve> curves = CurveCatalogue.curves(what, along);
    if (curves.isEmpty()) {
      throw bad(
          "--axis %s does not apply to --shared %s"
              .formatted(String.join(",", axes), String.join(",", shared)));
    }
    return curves;
  }

  private <T> T named(
      String option, String key, Function<String, Optional<T>> of, List<String> keys) {
    return of.apply(key)
        .orElseThrow(() -> bad("%s must be one of %s, was %s".formatted(option, keys, key)));
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
