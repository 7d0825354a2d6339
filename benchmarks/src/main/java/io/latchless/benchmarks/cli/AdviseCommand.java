package io.latchless.benchmarks.cli;

import static java.util.Objects.requireNonNullElse;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.AdviceChange;
import io.latchless.benchmarks.advice.AdviceChanges;
import io.latchless.benchmarks.advice.Adviser;
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

/** Says who should hold what threads share, from figures of this machine. */
@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says who should hold what threads share: a mutex, an atomic, or something that copies on",
      "write. Without --shared and --scenario it asks. The answer is computed from the newest",
      "results of compare and curves; what they lack is measured, after saying so."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered, a tie included",
      "1:what was lacking could not be measured",
      "2:bad arguments, a shape that no workload can have, or results that cannot be used",
      "3:no answer: too few rounds, or nobody that was measured does all that is wanted",
      "130:interrupted while measuring"
    })
final class AdviseCommand implements Callable<Integer> {
  /** There is no answer. */
  static final int NO_ANSWER = 3;

  /** When to measure. */
  enum Measuring {
    /** Only what the results say nothing of. */
    MISSING,
    /** Never: who was not measured cannot be advised of. */
    NEVER,
    /** Also what the results say. */
    ALWAYS
  }

  @Mixin private ShapeOptions shaped = new ShapeOptions();

  @Option(names = "--whole-state", description = "Every reader must see the state of one moment.")
  private boolean wholeState;

  @Option(
      names = "--never-held-up",
      description = "A thread that is stopped anywhere must stop nobody else.")
  private boolean neverHeldUp;

  @Option(
      names = "--memory",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = "How much memory it may take at most when idle: 4096, 64k, 2m.")
  private @Nullable Long memory;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = {
        "What compare, curves or --save wrote. Default: the newest results.json and the newest",
        "curves.json of this directory, report and benchmarks/target/report."
      })
  private @Nullable Path results;

  @Option(
      names = "--measure",
      paramLabel = "WHEN",
      defaultValue = "missing",
      description = "When to measure: missing, never or always. Default: ${DEFAULT-VALUE}.")
  private Measuring measure = Measuring.MISSING;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = BudgetConverter.class,
      description = "How long measuring may take: 60s, 2m. Default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofSeconds(60);

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Where to write what was measured, for --results.")
  private @Nullable Path save;

  @Option(names = "--json", description = "Answer as a JSON document.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!shaped.isGiven() && (shaped.hasFigures() || wholeState || neverHeldUp || memory != null)) {
      throw bad(
          "what is wanted was given and not of what: give --shared or --scenario too, or nothing of"
              + " the workload, to be asked");
    }
    Questions questions = shaped.isGiven() ? null : questions();
    Shape shape = questions == null ? shaped.shape() : ask(questions::askForShape);
    Requirements wants = questions == null ? wants() : ask(questions::askForWants);
    KnownResults known = known();
    Optional<Found> source = measure == Measuring.ALWAYS ? Optional.empty() : known.source(shape);
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
          "%s was not measured%s, and --measure never forbids to do it now"
              .formatted(
                  shape.contestName(), known.files().map(files -> " in " + files).orElse("")));
    }
    return measureAndAnswer(shape, wants, known);
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
    Advice advice = Adviser.advise(shape, measured.of(shape).orElseThrow(), wants);
    List<AdviceChange> changes = AdviceChanges.of(advice, measured);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AdviceJson.of(advice, changes, source));
    } else {
      warnOfOtherMachine(source.machine());
      new AdviceText(out).print(advice, changes, source);
    }
    out.flush();
    return switch (advice.certainty()) {
      case CLEAR, TIE, NOISY -> CommandLineTool.OK;
      case UNDECIDED, NOBODY -> NO_ANSWER;
    };
  }

  private void warnOfOtherMachine(Machine machine) {
    for (MachineDifference difference :
        MachineDifference.between(machine, ThisMachine.describe())) {
      if (difference.decisive()) {
        spec.commandLine()
            .getErr()
            .printf(
                "these figures are of another %s: %s, here it is %s; --measure always takes this"
                    + " machine's%n",
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

  private Questions questions() {
    return new Questions(
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
      throw bad(e.getMessage() + " (--shared or --scenario spares the questions)");
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
