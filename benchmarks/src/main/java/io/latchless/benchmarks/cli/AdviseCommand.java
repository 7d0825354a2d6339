package io.latchless.benchmarks.cli;

import static java.util.Objects.requireNonNullElse;

import io.latchless.benchmarks.advice.Answer;
import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.ImpossibleShapeException;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.cli.ResultsFinder.Found;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.jmh.ForkTiming;
import io.latchless.benchmarks.jmh.JmhForkRunner;
import io.latchless.benchmarks.regression.MachineDifference;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recommends a structure for shared state, from figures measured on this machine. */
@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Recommends what should hold the shared state of a workload.",
      "The choice is between mutexes, atomics, copy-on-write and other lock-free structures.",
      "Without --shared or --scenario, it asks for the workload.",
      "The answer comes from the newest results of compare and curves, and of a clone's"
          + " docs/results. If they lack the workload, the nearest measured one is answered for,"
          + " and the answer says how near it is."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered; a tie is an answer",
      "1:the missing figures could not be measured",
      "2:bad arguments, an impossible workload, or unusable results",
      "3:no answer: too few rounds, or no measured candidate meets the requirements",
      "130:interrupted while measuring"
    })
final class AdviseCommand implements Callable<Integer> {
  /** The exit code if there is no answer. */
  static final int NO_ANSWER = 3;

  /** Says when to measure. */
  enum Measuring {
    /** Measures a shape only if the results have no comparable one of its kind. */
    NEEDED,
    /** Measures a shape if the results lack it, even if they have a near one. */
    MISSING,
    /** Never measures: without results for a shape of the kind the command fails. */
    NEVER,
    /** Measures even if the results have the shape. */
    ALWAYS
  }

  @Mixin private ShapeOptions shaped = new ShapeOptions();

  @Option(
      names = "--whole-state",
      description = "Require that every reader sees a consistent snapshot.")
  private boolean wholeState;

  @Option(
      names = "--never-held-up",
      description = "Require that a stopped thread never blocks another.")
  private boolean neverHeldUp;

  @Option(
      names = "--memory",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = "Maximum size of an idle instance, for example 4096, 64k or 2m.")
  private @Nullable Long memory;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = {
        "A results file written by compare, curves or --save. Default: the newest results.json and"
            + " the newest curves.json in this directory, report, target/report and"
            + " benchmarks/target/report, then those in docs/results."
      })
  private @Nullable Path results;

  @Option(
      names = "--measure",
      paramLabel = "WHEN",
      defaultValue = "needed",
      description = {
        "When to measure: needed, if the results have nothing comparable; missing, if they lack"
            + " exactly this workload; never or always. Default: ${DEFAULT-VALUE}."
      })
  private Measuring measure = Measuring.NEEDED;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = BudgetConverter.class,
      description =
          "How long measuring may take, for example 60s or 2m. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofSeconds(60);

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the figures measured here to this file; --results reads it.")
  private @Nullable Path save;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!shaped.isGiven() && (shaped.hasFigures() || wholeState || neverHeldUp || memory != null)) {
      throw bad(
          "the options describe a workload without its kind: give --shared or --scenario too, or no"
              + " option of the workload to be asked");
    }
    KnownResults known = known();
    Questions questions = shaped.isGiven() ? null : questions(known.measured());
    Shape shape = questions == null ? shaped.shape() : ask(questions::askForShape);
    Requirements wants = questions == null ? wants() : ask(questions::askForWants);
    Optional<Found> source = source(shape, known);
    if (source.isPresent()) {
      Results run = source.get().results();
      return answer(
          shape,
          wants,
          known.measured(),
          new AdviceSource(source.get().file(), run.started(), run.machine(), false));
    }
    if (measure == Measuring.NEVER) {
      throw new ParameterException(
          spec.commandLine(),
          "%s was not measured%s, nor was another workload of its kind, and --measure never forbids"
                  .formatted(
                      shape.contestName(), known.files().map(files -> " in " + files).orElse(""))
              + " measuring it now");
    }
    return measureAndAnswer(shape, wants, known);
  }

  /** Returns the run to answer from; empty if the workload is to be measured. */
  private Optional<Found> source(Shape asked, KnownResults known) {
    return switch (measure) {
      case NEEDED -> nearest(asked, known).filter(asked::isComparableTo).flatMap(known::source);
      case NEVER -> nearest(asked, known).flatMap(known::source);
      case MISSING -> known.source(asked);
      case ALWAYS -> Optional.empty();
    };
  }

  private static Optional<Shape> nearest(Shape asked, KnownResults known) {
    return known.measured().nearest(asked).stream().findFirst();
  }

  private int measureAndAnswer(Shape shape, Requirements wants, KnownResults known)
      throws IOException {
    PrintWriter progress = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    progress.printf(
        "%s%s: measuring it now, for at most %s%n",
        shape.contestName(),
        measure == Measuring.ALWAYS
            ? ""
            : known
                .files()
                .map(files -> " is not in " + files)
                .orElse(" was not measured: there are no results here"),
        Terminal.clock(budget));
    progress.flush();
    SuiteRun run =
        new SuiteRun(
            new Suite(List.of(Choices.of(shape.shared()).contest(shape))),
            budget,
            Duration.ZERO,
            Terminal.of(progress).progress());
    Interruption interruption = Interruption.of(run::stop);
    Results measured;
    try {
      measured = run.call(new JmhForkRunner(ForkTiming.SHORT)).results();
    } finally {
      interruption.finished();
    }
    if (save != null) {
      ResultsJson.write(measured, save);
    }
    Optional<ContestResult> contest = Measured.in(measured).of(shape);
    if (contest.isEmpty()) {
      spec.commandLine().getErr().println("failed: not one round could be measured");
      return CommandLineTool.FAILED;
    }
    return answer(
        shape,
        wants,
        known.measured().with(shape, contest.get()),
        new AdviceSource(null, measured.started(), measured.machine(), true));
  }

  private int answer(Shape shape, Requirements wants, Measured measured, AdviceSource source) {
    Answer answer = Answer.of(shape, wants, measured);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AdviceJson.of(answer, source));
    } else {
      warnOfOtherMachine(source.machine());
      new AdviceText(out).print(answer, source);
    }
    out.flush();
    return answer.advice().isAnswer() ? CommandLineTool.OK : NO_ANSWER;
  }

  private void warnOfOtherMachine(Machine machine) {
    for (MachineDifference difference :
        MachineDifference.between(machine, ThisMachine.describe())) {
      if (difference.decisive()) {
        spec.commandLine()
            .getErr()
            .printf(
                "these figures come from another %s: %s, this machine has %s; --measure always"
                    + " measures here%n",
                difference.what(), difference.older(), difference.newer());
      }
    }
  }

  private KnownResults known() throws IOException {
    return new KnownResults(
        results == null
            ? ResultsFinder.newest(Path.of(""))
            : List.of(new Found(results, ResultsJson.read(results))));
  }

  private Questions questions(Measured measured) {
    return new Questions(
        measured,
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        json ? spec.commandLine().getErr() : spec.commandLine().getOut());
  }

  private interface Asking<T> {
    T ask() throws IOException;
  }

  private <T> T ask(Asking<T> asking) throws IOException {
    try {
      return asking.ask();
    } catch (EOFException e) {
      throw bad(e.getMessage() + " (give --shared or --scenario to skip the questions)");
    }
  }

  private Requirements wants() {
    Requirements base = shaped.wants();
    try {
      return new Requirements(
          wholeState || base.wholeState(),
          neverHeldUp || base.goesOn(),
          requireNonNullElse(memory, Long.MAX_VALUE));
    } catch (ImpossibleShapeException e) {
      throw bad("--" + e.getMessage());
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
