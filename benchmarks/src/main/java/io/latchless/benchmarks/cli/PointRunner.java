package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.compare.Comparer;
import io.latchless.benchmarks.compare.ContestOutcome;
import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.ForkOutcome;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Progress;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.curves.Sweep;
import io.latchless.benchmarks.report.Sentences;
import io.latchless.benchmarks.results.ContestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures one shape after another while time is left, each until it has a verdict. A shape on two
 * curves is measured once.
 */
final class PointRunner implements Sweep.Measuring {
  private final ForkRunner runner;
  private final LongSupplier clock;
  private final long deadline;
  private final long seed;
  private final Progress progress;
  private final Map<Shape, ContestResult> measured = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private long forks;
  private long forkNanos;
  private @Nullable Comparer comparer;
  private boolean stopped;

  /**
   * @param clock a nanosecond clock such as {@link System#nanoTime}
   * @param budget the time available, from now on
   * @param seed determines the order of the subjects within each round
   */
  PointRunner(
      ForkRunner runner, LongSupplier clock, Duration budget, long seed, Progress progress) {
    this.runner = new Counting(runner);
    this.clock = clock;
    this.deadline = clock.getAsLong() + budget.toNanos();
    this.seed = seed;
    this.progress = new OfOnePoint(progress);
  }

  /** Ends the current point early and starts no other. Any thread may call this. */
  synchronized void stop() {
    stopped = true;
    if (comparer != null) {
      comparer.stop();
    }
  }

  /** Returns whether {@link #stop} was called. */
  synchronized boolean isStopped() {
    return stopped;
  }

  /** Returns the measured contests, in the order in which they were measured. */
  List<ContestResult> contests() {
    return List.copyOf(measured.values());
  }

  /** Returns the subjects that could not be measured. */
  List<Failure> failures() {
    return List.copyOf(failures);
  }

  @Override
  public Optional<ContestResult> measure(Shape shape) {
    if (!measured.containsKey(shape)) {
      Contest contest = Choices.of(shape.shared()).contest(shape);
      long left = Math.max(0, deadline - clock.getAsLong());
      // The first point is measured even if the time does not allow a verdict.
      if (measured.isEmpty() || nanosToVerdict(contest) <= left) {
        measure(shape, contest, left);
      }
    }
    return Optional.ofNullable(measured.get(shape));
  }

  private long nanosToVerdict(Contest contest) {
    return forks == 0 ? 0 : forkNanos / forks * contest.subjects().size() * Sentences.ROUNDS_NEEDED;
  }

  private void measure(Shape shape, Contest contest, long left) {
    Comparer begun =
        new Comparer(
            new Suite(List.of(contest)),
            runner,
            clock,
            Duration.ofNanos(left),
            seed,
            Sentences.ROUNDS_NEEDED,
            progress);
    if (!begin(begun)) {
      return;
    }
    ContestOutcome outcome = begun.run();
    failures.addAll(outcome.failures());
    outcome.contests().forEach(result -> measured.put(shape, result));
  }

  private synchronized boolean begin(Comparer next) {
    comparer = next;
    return !stopped;
  }

  /** Records how long forks take. */
  private final class Counting implements ForkRunner {
    private final ForkRunner inner;

    Counting(ForkRunner inner) {
      this.inner = inner;
    }

    @Override
    public void prepare(Fork fork) {
      inner.prepare(fork);
    }

    @Override
    public ForkOutcome run(Fork fork) {
      long began = clock.getAsLong();
      ForkOutcome outcome = inner.run(fork);
      forks++;
      forkNanos += clock.getAsLong() - began;
      return outcome;
    }

    @Override
    public void stop() {
      inner.stop();
    }
  }

  /**
   * Drops the warning about a short budget: the budget of one point says nothing about the whole
   * run.
   */
  private record OfOnePoint(Progress whole) implements Progress {
    @Override
    public void measuring(Fork fork, int round, Duration left) {
      whole.measuring(fork, round, left);
    }

    @Override
    public void tooShort(Duration needed) {}

    @Override
    public void failed(Failure failure) {
      whole.failed(failure);
    }

    @Override
    public void finished() {}
  }
}
