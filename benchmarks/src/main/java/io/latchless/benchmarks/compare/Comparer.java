package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.results.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Runs contests round by round until the budget is spent, every contest has the maximum number of
 * rounds, or {@link #stop} is called. A round is one fork of each subject, one after the other.
 * Only complete rounds count.
 */
public final class Comparer {
  /** The assumed duration of a fork until one has been timed. */
  private static final long GUESS_PER_FORK = Duration.ofMillis(800).toNanos();

  /** Metrics whose intervals stay wide with any number of rounds that fits into a budget. */
  private static final Set<Metric> TAILS = EnumSet.of(Metric.P999, Metric.P9999);

  private final ForkRunner runner;
  private final LongSupplier clock;
  private final long budget;
  private final long deadline;
  private final RoundOrder order;
  private final int mostRounds;
  private final Progress progress;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private long timedForks;
  private long timedNanos;
  private volatile boolean stopped;

  /**
   * @param suite the contests to run
   * @param runner runs the forks
   * @param clock a nanosecond clock such as {@link System#nanoTime}
   * @param budget the time available, from now on
   * @param seed determines the order of the subjects within each round
   * @param progress receives the progress
   */
  public Comparer(
      Suite suite,
      ForkRunner runner,
      LongSupplier clock,
      Duration budget,
      long seed,
      Progress progress) {
    this(suite, runner, clock, budget, seed, Integer.MAX_VALUE, progress);
  }

  /**
   * @param suite the contests to run
   * @param runner runs the forks
   * @param clock a nanosecond clock such as {@link System#nanoTime}
   * @param budget the time available, from now on
   * @param seed determines the order of the subjects within each round
   * @param mostRounds the number of rounds of everything after which the run ends, even if time is
   *     left
   * @param progress receives the progress
   */
  public Comparer(
      Suite suite,
      ForkRunner runner,
      LongSupplier clock,
      Duration budget,
      long seed,
      int mostRounds,
      Progress progress) {
    if (mostRounds < 1) {
      throw new IllegalArgumentException("mostRounds must be at least 1, was " + mostRounds);
    }
    this.mostRounds = mostRounds;
    this.runner = runner;
    this.clock = clock;
    this.budget = budget.toNanos();
    this.deadline = clock.getAsLong() + this.budget;
    this.order = new RoundOrder(seed);
    this.progress = progress;
    Map<String, Integer> ofType = new HashMap<>();
    for (Contest contest : suite.contests()) {
      int wave = contest.rounds() > 0 ? 0 : ofType.merge(type(contest), 1, Integer::sum) - 1;
      tracks.add(new Track(contest, Measure.THROUGHPUT, wave));
      if (contest.latency()) {
        tracks.add(new Track(contest, Measure.LATENCY, wave));
      }
    }
  }

  private static String type(Contest contest) {
    return contest.name().substring(0, contest.name().lastIndexOf('/'));
  }

  /** Runs to the end of the budget, or until stopped. May be called only once. */
  public ContestOutcome run() {
    tracks.stream().findFirst().map(Track::contest).ifPresent(this::prepare);
    boolean told = false;
    while (!stopped) {
      List<Track> open = tracks.stream().filter(this::goesOn).toList();
      List<Planner.State> states = open.stream().map(this::state).toList();
      if (!told && timedForks > 0) {
        told = true;
        tellIfTooShort(Planner.nanosToVerdicts(states));
      }
      var next = Planner.next(states, left());
      if (next.isEmpty()) {
        break;
      }
      runRound(open.get(next.get()));
    }
    progress.finished();
    return ContestOutcome.of(tracks, failures, !stopped);
  }

  private boolean goesOn(Track track) {
    return track.open() && track.rounds() < mostRounds;
  }

  /** Asks the run to end early, without the current round. Any thread may call this. */
  public void stop() {
    stopped = true;
    runner.stop();
  }

  private void prepare(Contest contest) {
    runner.prepare(new Fork(contest, contest.ours(), Measure.THROUGHPUT, true));
  }

  private void runRound(Track track) {
    long began = clock.getAsLong();
    Map<Subject, ForkOutcome> round = new LinkedHashMap<>();
    for (Subject subject : order.order(track.contest(), track.rounds())) {
      if (track.takesPart(subject)) {
        Fork fork =
            new Fork(
                track.contest(),
                subject,
                track.measure(),
                track.measure() == Measure.THROUGHPUT && track.rounds() == 0);
        progress.measuring(fork, track.rounds() + 1, Duration.ofNanos(left()));
        ForkOutcome outcome = runner.run(fork);
        if (outcome instanceof ForkOutcome.Failed && !stopped) {
          // Try once more: a busy machine, or the Ctrl-C that is about to stop this run, can end a
          // fork too.
          outcome = runner.run(fork);
        }
        if (stopped) {
          return;
        }
        round.put(subject, outcome);
        if (outcome instanceof ForkOutcome.Failed failed) {
          report(new Failure(track.contest().name(), subject.name(), failed.reason()));
        }
      }
    }
    long took = clock.getAsLong() - began;
    track.add(round, took);
    if (round.values().stream().noneMatch(ForkOutcome.Failed.class::isInstance)) {
      timedForks += round.size();
      timedNanos += took;
    }
  }

  private void tellIfTooShort(long nanosToVerdicts) {
    if (nanosToVerdicts > left()) {
      progress.tooShort(Duration.ofNanos(budget - left() + nanosToVerdicts));
    }
  }

  private void report(Failure failure) {
    failures.add(failure);
    progress.failed(failure);
  }

  private long left() {
    return Math.max(0, deadline - clock.getAsLong());
  }

  private Planner.State state(Track track) {
    double widest = 0;
    boolean tie = false;
    for (var comparison : track.comparisons()) {
      Double low = comparison.low();
      Double high = comparison.high();
      if (low != null && high != null && !TAILS.contains(comparison.metric())) {
        widest = Math.max(widest, Math.log(high / low));
        tie |= low <= 1 && high >= 1;
      }
    }
    long guess = timedForks == 0 ? GUESS_PER_FORK : timedNanos / timedForks;
    return new Planner.State(
        track.measure(),
        track.wave(),
        track.rounds(),
        Math.max(SignInterval.FEWEST, track.contest().rounds()),
        track.roundNanos(guess),
        widest,
        tie);
  }
}
