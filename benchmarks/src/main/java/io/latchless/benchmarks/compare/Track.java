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

/** One contest under one measure: its rounds so far and what they say. Used by one thread. */
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
   * @param wave how many contests of its type come before it
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

  /** Whether a further round could tell anything: ours and at least one opponent still run. */
  boolean open() {
    return !withdrawn.containsKey(contest.ours())
        && contest.opponents().stream().anyMatch(this::takesPart);
  }

  /** What is missing for a verdict; empty if none is, or if a failure is the reason. */
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
   * Takes over a finished round. Who failed is withdrawn: it keeps its earlier figures, which still
   * pair with those of the same rounds, and gets no more.
   *
   * @param round an outcome for each subject that took part
   * @param tookNanos how long the round took
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

  /** Mean duration of a round in which nobody hung, or the guess when there has been none. */
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

  /** Allocated bytes per operation, one for each round in which they were counted. */
  List<Double> allocation(Subject subject) {
    return counted(subject, ForkOutcome.Throughput::bytesPerOperation);
  }

  /** Shares of torn looks, one for each round in which looks were checked. */
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

  /** Ours against each opponent that has a round in common with it. */
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
        // Less time is better, so opponent and ours change places.
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
    // A clock that ticks more slowly than the operation takes yields zeros.
    return latency(subject).stream()
        .map(latency -> Math.max(1, percentile.applyAsDouble(latency)))
        .toList();
  }

  private List<ForkOutcome> figures(Subject subject) {
    List<ForkOutcome> own = figures.get(subject);
    if (own == null) {
      throw new IllegalArgumentException(subject + " takes no part in " + contest.name());
    }
    return own;
  }
}
