package io.latchless.benchmarks.jmh;

import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.ForkOutcome;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Measure;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Stopwatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each fork through JMH's own runner, without its output. */
public final class JmhForkRunner implements ForkRunner {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** The counters of {@link io.latchless.benchmarks.contest.TornReads}. */
  private static final String LOOKS = "looks";

  private static final String TORN = "torn";

  private final ForkTiming timing;
  private final ForkWatchdog watchdog = new ForkWatchdog();
  private final ClassArchive archive = new ClassArchive(System.getProperty("java.class.path"));

  /**
   * @param timing the durations of each fork's warm-up and measurement
   */
  public JmhForkRunner(ForkTiming timing) {
    this.timing = timing;
    // Another JMH on this machine disturbs a comparison but must not make it fail.
    System.setProperty("jmh.ignoreLock", "true");
  }

  /** Archives the classes that a fork loads. */
  @Override
  public void prepare(Fork fork) {
    archive.make(flags -> !(run(fork, flags) instanceof ForkOutcome.Failed));
  }

  @Override
  public ForkOutcome run(Fork fork) {
    return run(fork, archive.flags());
  }

  private ForkOutcome run(Fork fork, List<String> startFlags) {
    if (watchdog.stopped()) {
      return new ForkOutcome.Failed("the run was stopped");
    }
    JmhTranscript transcript = new JmhTranscript();
    try (Histograms histograms = Histograms.create();
        ForkWatchdog.Watch watch = watchdog.watch(timing.limit())) {
      ChainedOptionsBuilder options = options(fork, startFlags, histograms.directory());
      return measure(fork, options.build(), histograms, transcript, watch);
    } catch (IOException e) {
      return new ForkOutcome.Failed("its temporary directory: " + e.getMessage());
    }
  }

  private ForkOutcome measure(
      Fork fork,
      Options options,
      Histograms histograms,
      JmhTranscript transcript,
      ForkWatchdog.Watch watch)
      throws IOException {
    try {
      RunResult result =
          new Runner(
                  options,
                  OutputFormatFactory.createFormatInstance(transcript.stream(), VerboseMode.NORMAL))
              .runSingle();
      return fork.measure() == Measure.LATENCY
          ? new ForkOutcome.Sampled(histograms.merged())
          : throughput(result);
    } catch (RunnerException e) {
      return new ForkOutcome.Failed(
          watch.expired()
              ? "hung for " + timing.limit().toSeconds() + " s and was killed"
              : transcript.reason(e));
    }
  }

  @Override
  public void stop() {
    watchdog.stop();
  }

  private ChainedOptionsBuilder options(Fork fork, List<String> startFlags, Path histograms) {
    Contest contest = fork.contest();
    boolean timed = fork.measure() == Measure.LATENCY;
    String method = contest.method() + (timed ? Contest.TIMED : "");
    List<String> arguments = new ArrayList<>(ForkFlags.COMMON);
    arguments.addAll(startFlags);
    arguments.addAll(fork.subject().jvmArguments());
    if (timed) {
      arguments.add("-D" + Stopwatch.DIRECTORY + "=" + histograms);
    }
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(
                "^" + Pattern.quote(contest.benchmark().getCanonicalName() + "." + method) + "$")
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .forks(1)
            .warmupForks(0)
            .warmupIterations(timing.warmups())
            .warmupTime(time(timing.warmup()))
            .measurementIterations(timing.measurements())
            .measurementTime(time(timing.measurement()))
            .timeout(time(timing.limit()))
            .shouldFailOnError(true)
            .threads(contest.threads())
            .jvmArgs(arguments.toArray(String[]::new))
            .param("subject", fork.subject().name());
    contest.parameters().forEach(options::param);
    if (!contest.group().isEmpty()) {
      // JMH expects the counts in the order of the methods' names, as the sorted map has them.
      options.threadGroups(contest.group().values().stream().mapToInt(Integer::intValue).toArray());
    }
    if (fork.allocation()) {
      options.addProfiler(GCProfiler.class);
    }
    return options;
  }

  private static ForkOutcome throughput(RunResult result) {
    double score = result.getPrimaryResult().getScore();
    return score > 0
        ? new ForkOutcome.Throughput(score, secondary(result, ALLOCATION), tornLooks(result))
        : new ForkOutcome.Failed("no operation was finished");
  }

  private static @Nullable Double tornLooks(RunResult result) {
    Double looks = secondary(result, LOOKS);
    Double torn = secondary(result, TORN);
    return looks == null || torn == null || looks == 0 ? null : torn / looks;
  }

  private static @Nullable Double secondary(RunResult result, String name) {
    Result<?> found = result.getSecondaryResults().get(name);
    return found == null ? null : found.getScore();
  }

  private static TimeValue time(Duration duration) {
    return TimeValue.milliseconds(duration.toMillis());
  }
}
