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

/** Sweeps curves and reports. */
@Command(
    name = "curves",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sweeps a figure of a workload, such as its updates a second, and finds where two subjects",
      "cross: both ends and the middle are measured, and then ever nearer to each crossing. For maps",
      "it gives the break-even of copy-on-write by size, with its updates and garbage a second.",
      "Where the budget is too short for all curves, what matters most comes first, and the rest is",
      "named. Ctrl-C ends it early; what was finished by then is reported."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, but a subject gave no figure; or the report could not be written",
      "2:bad arguments",
      "130:interrupted; what was finished is written"
    })
final class CurvesCommand implements Callable<Integer> {
  @Option(
      names = "--shared",
      paramLabel = "WHAT",
      split = ",",
      description = {
        "What is shared, one or several with commas between: status, process, counter, record,",
        "map, handlers, queue, history. Default: all."
      })
  private List<String> shared = StructureKind.keys();

  @Option(
      names = "--axis",
      paramLabel = "AXIS",
      split = ",",
      description =
          "What is swept, one or several with commas between: reads, updates (a second), threads,"
              + " size, work. Default: all.")
  private List<String> axes = Axis.keys();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = BudgetConverter.class,
      description = "How long it may take: 30m, 90s, 1h30m, PT8M. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofMinutes(30);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Where to write curves.html and curves.json. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("report");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Curve> curves = curves();
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw bad("--out " + out + " cannot be made a directory");
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
          "--axis %s cannot be chosen for --shared %s"
              .formatted(String.join(",", axes), String.join(",", shared)));
    }
    return curves;
  }

  private <T> T named(
      String option, String key, Function<String, Optional<T>> of, List<String> keys) {
    return of.apply(key)
        .orElseThrow(() -> bad("%s must be of %s, was %s".formatted(option, keys, key)));
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
