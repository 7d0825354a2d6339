package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One contest under one measure, with its rounds so far and their verdicts. Not thread-safe. */
final class Track {
  private static final Map<Metric, ToDoubleFunction<Latency>> PERCENTILES =
      new EnumMap<>(
          Map.of(
              Metric.P50, Latency::p50,
              Metric.P99, Latency::p99,
              Metric.P999, Latency::p999,
              Metric.P9999, Latency::p9999));

  private final Contest contest;
  private final Measure measure;
  private final int wave;
  private final Map<Subject, List<ForkOutcome>> figures = new LinkedHashMap<>();
  private final Map<Subject, String> withdrawn = new HashMap<>();
  private List<Comparison> comparisons = List.of();
  private int rounds;
  private int timedRounds;
  private long timedNanos;

  /**
   * @param wave the number of contests of the same type before it; 0 for a contest that asks for a
   *     number of rounds
   */
  Track(Contest contest, Measure measure, int wave) {
    this.contest = contest;
    this.measure = measure;
    this.wave = wave;
    contest.subjects().forEach(subject -> figures.put(subject, new ArrayList<>()));
  }

  Contest contest() {
    return contest;
  }

  Measure measure() {
    return measure;
  }

  int wave() {
    return wave;
  }

  int rounds() {
    return rounds;
  }

  /**
   * Returns whether another round is useful: ours and at least one opponent are still in the
   * contest.
   */
  boolean open() {
    return !withdrawn.containsKey(contest.ours())
        && contest.opponents().stream().anyMatch(this::takesPart);
  }

  /** Returns what is missing for a verdict; empty if nothing is, or if a failure is the reason. */
  Optional<Shortfall> shortfall() {
    if (!open() || rounds >= SignInterval.FEWEST) {
      return Optional.empty();
    }
    int opponents = (int) contest.opponents().stream().filter(this::takesPart).count();
    int metrics = measure == Measure.THROUGHPUT ? 1 : PERCENTILES.size();
    return Optional.of(new Shortfall(contest.name(), measure, rounds, opponents * metrics));
  }

  boolean takesPart(Subject subject) {
    return !withdrawn.containsKey(subject);
  }

  /**
   * Adds a finished round. A subject that failed is withdrawn: it gets no more rounds but keeps its
   * earlier figures, which still pair with those of the same rounds.
   *
   * @param round the outcome of each participating subject
   * @param tookNanos the duration of the round
   */
  void add(Map<Subject, ForkOutcome> round, long tookNanos) {
    rounds++;
    if (round.values().stream().noneMatch(ForkOutcome.Failed.class::isInstance)) {
      timedRounds++;
      timedNanos += tookNanos;
    }
    round.forEach(
        (subject, outcome) -> {
          if (outcome instanceof ForkOutcome.Failed failed) {
            withdrawn.put(subject, failed.reason());
          } else {
            figures(subject).add(outcome);
          }
        });
    comparisons = compare();
  }

  /**
   * Returns the mean duration of the rounds without a hanging fork, or the guess if there was none.
   */
  long roundNanos(long guessPerFork) {
    return timedRounds == 0 ? guessPerFork * contest.subjects().size() : timedNanos / timedRounds;
  }

  List<Double> throughput(Subject subject) {
    return figures(subject).stream()
        .filter(ForkOutcome.Throughput.class::isInstance)
        .map(outcome -> ((ForkOutcome.Throughput) outcome).operationsPerSecond())
        .toList();
  }

  List<Latency> latency(Subject subject) {
    return figures(subject).stream()
        .filter(ForkOutcome.Sampled.class::isInstance)
        .map(outcome -> ((ForkOutcome.Sampled) outcome).latency())
        .toList();
  }

  /** Returns the allocated bytes per operation, one figure for each round that counted them. */
  List<Double> allocation(Subject subject) {
    return counted(subject, ForkOutcome.Throughput::bytesPerOperation);
  }

  /** Returns the shares of torn reads, one figure for each round that checked reads. */
  List<Double> tornLooks(Subject subject) {
    return counted(subject, ForkOutcome.Throughput::tornLooks);
  }

  private List<Double> counted(Subject subject, Count count) {
    List<Double> counted = new ArrayList<>();
    for (ForkOutcome outcome : figures(subject)) {
      if (outcome instanceof ForkOutcome.Throughput throughput) {
        Double figure = count.of(throughput);
        if (figure != null) {
          counted.add(figure);
        }
      }
    }
    return counted;
  }

  private interface Count {
    @Nullable Double of(ForkOutcome.Throughput outcome);
  }

  /** Compares ours with each opponent that has a round in common with it. */
  List<Comparison> comparisons() {
    return comparisons;
  }

  private List<Comparison> compare() {
    List<Comparison> made = new ArrayList<>();
    for (Subject opponent : contest.opponents()) {
      if (measure == Measure.THROUGHPUT) {
        Paired.of(
                Metric.THROUGHPUT,
                opponent.name(),
                throughput(contest.ours()),
                throughput(opponent))
            .ifPresent(made::add);
      } else {
        // Less time is better, so ours is the denominator.
        PERCENTILES.forEach(
            (metric, percentile) ->
                Paired.of(
                        metric,
                        opponent.name(),
                        times(opponent, percentile),
                        times(contest.ours(), percentile))
                    .ifPresent(made::add));
      }
    }
    return made;
  }

  private List<Double> times(Subject subject, ToDoubleFunction<Latency> percentile) {
    // A clock coarser than the operation yields zeros.
    return latency(subject).stream()
        .map(latency -> Math.max(1, percentile.applyAsDouble(latency)))
        .toList();
  }

  private List<ForkOutcome> figures(Subject subject) {
    List<ForkOutcome> own = figures.get(subject);
    if (own == null) {
      throw new IllegalArgumentException(subject + " does not take part in " + contest.name());
    }
    return own;
  }
}
