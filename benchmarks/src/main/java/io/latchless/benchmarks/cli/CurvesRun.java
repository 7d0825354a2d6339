package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Progress;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.curves.Sweep;
import io.latchless.benchmarks.report.CurveSentences;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of {@code curves}: it sweeps, writes the files, and prints the outcome. */
final class CurvesRun {
  /** The file name of the results. */
  static final String JSON = "curves.json";

  /** The file name of the page. */
  static final String PAGE = "curves.html";

  private static final String REPORT = "index.html";

  /** The part of the budget reserved for writing the page. */
  private static final Duration WRITING = Duration.ofSeconds(1);

  private final List<Curve> curves;
  private final Duration budget;
  private final Path out;
  private final PrintWriter print;
  private final Progress progress;
  private final Map<Curve, MeasuredCurve> unfinished = new LinkedHashMap<>();
  private @Nullable PointRunner points;
  private boolean stopped;

  CurvesRun(List<Curve> curves, Duration budget, Path out, Terminal terminal) {
    this.curves = List.copyOf(curves);
    this.budget = budget;
    this.out = out;
    this.print = terminal.out();
    this.progress = terminal.progress();
  }

  /** Asks the run to end early. Any thread may call this at any time. */
  synchronized void stop() {
    stopped = true;
    if (points != null) {
      points.stop();
    }
  }

  /**
   * Sweeps, writes the page, and prints the outcome.
   *
   * @return the exit code
   */
  int call(ForkRunner runner) throws IOException {
    print.printf(
        "curves: %d, time: %s, cores: %d%n",
        curves.size(), Terminal.clock(budget), Runtime.getRuntime().availableProcessors());
    print.flush();
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long began = System.nanoTime();
    PointRunner measuring = begin(runner, started.toEpochMilli());
    curves.forEach(curve -> sweep(curve, measuring));
    Results results =
        new Results(
            Results.SCHEMA,
            started,
            budget.toMillis() / 1e3,
            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3,
            !measuring.isStopped(),
            ThisMachine.describe(),
            measuring.contests());
    Path json = out.resolve(JSON);
    ResultsJson.write(results, json);
    Path page = out.resolve(PAGE);
    HtmlReport.write(results, page, Files.exists(out.resolve(REPORT)) ? REPORT : null);
    print(measuring);
    print.println("curves   " + page.toAbsolutePath().normalize());
    print.println("results  " + json.toAbsolutePath().normalize());
    print.flush();
    return measuring.failures().isEmpty() ? CommandLineTool.OK : CommandLineTool.FAILED;
  }

  private synchronized PointRunner begin(ForkRunner runner, long seed) {
    Duration left = budget.minus(WRITING);
    PointRunner begun =
        new PointRunner(
            runner, System::nanoTime, left.isNegative() ? Duration.ZERO : left, seed, progress);
    points = begun;
    if (stopped) {
      begun.stop();
    }
    return begun;
  }

  private void sweep(Curve curve, PointRunner measuring) {
    Sweep.Swept swept = Sweep.run(curve, measuring);
    if (!swept.finished()) {
      unfinished.put(curve, swept.curve());
    }
    if (swept.curve().points().size() >= MeasuredCurve.FEWEST_POINTS) {
      progress.finished();
      print.printf(
          "%s (%s)%n  %s%n",
          CurveSentences.title(curve),
          CurveSentences.setting(curve),
          CurveSentences.answer(swept.curve()));
      print.flush();
    }
  }

  private void print(PointRunner measuring) {
    progress.finished();
    for (Failure failure : measuring.failures()) {
      print.printf(
          "failed: %s in %s: %s%n", failure.subject(), failure.contest(), failure.reason());
    }
    if (measuring.isStopped()) {
      print.println("interrupted: only finished rounds are counted");
    }
    if (unfinished.isEmpty()) {
      return;
    }
    print.printf(
        "not finished%s: %d of %s%n",
        measuring.isStopped() ? "" : " for lack of time",
        unfinished.size(),
        FigureText.count(curves.size(), "curve"));
    unfinished.forEach(
        (curve, reached) ->
            print.printf(
                "  %s (%s): %s%n",
                CurveSentences.title(curve),
                CurveSentences.setting(curve),
                reached.points().isEmpty()
                    ? "not reached"
                    : FigureText.count(reached.points().size(), "point")));
  }
}
