package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.compare.Paired;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.SubjectResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A contest of a shape with planted speeds. By default a subject does 1 M operations per second.
 */
public final class SyntheticContest {
  private static final double ORDINARY = 1e6;

  private final Shape shape;
  private final Map<String, Double> speeds = new LinkedHashMap<>();
  private final Map<String, Long> sizes = new LinkedHashMap<>();
  private final Random random = new Random(42);
  private final Map<String, Double> noises = new LinkedHashMap<>();
  private double noise = 0.02;
  private int rounds = 12;
  private @Nullable Double torn;

  private SyntheticContest(Shape shape) {
    this.shape = shape;
  }

  /** Creates a contest whose subjects all have the default speed. */
  public static SyntheticContest of(Shape shape) {
    return new SyntheticContest(shape);
  }

  /** Plants a speed, as a multiple of the default. */
  public SyntheticContest with(String name, double times) {
    speeds.put(name, times * ORDINARY);
    return this;
  }

  /** Plants the footprint of a subject. */
  public SyntheticContest sized(String name, long bytes) {
    sizes.put(name, bytes);
    return this;
  }

  /** Sets the standard deviation of the logarithm of every figure. */
  public SyntheticContest noise(double deviation) {
    noise = deviation;
    return this;
  }

  /** Sets the standard deviation of the logarithm of one subject's figures. */
  public SyntheticContest noiseOf(String name, double deviation) {
    noises.put(name, deviation);
    return this;
  }

  /** Sets the number of rounds. */
  public SyntheticContest rounds(int count) {
    rounds = count;
    return this;
  }

  /** Sets the share of torn reads of the subjects that can tear. */
  public SyntheticContest torn(double share) {
    torn = share;
    return this;
  }

  /** Returns the contest. */
  public ContestResult build() {
    List<SubjectResult> subjects = new ArrayList<>();
    for (Candidate candidate : Choices.of(shape.shared()).candidates()) {
      List<Double> throughput = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        throughput.add(
            speeds.getOrDefault(candidate.name(), ORDINARY)
                * Math.exp(noises.getOrDefault(candidate.name(), noise) * random.nextGaussian()));
      }
      subjects.add(
          new SubjectResult(
              candidate.name(),
              candidate.role(),
              throughput,
              List.of(),
              0.0,
              sizes.getOrDefault(candidate.name(), 100L),
              candidate.wholeState() ? null : torn));
    }
    return new ContestResult(
        shape.contestName(),
        "What should hold " + shape.shared().words() + "?",
        shape.inWords(),
        shape.threads(),
        subjects,
        subjects.subList(1, subjects.size()).stream()
            .flatMap(opponent -> Paired.throughput(subjects.get(0), opponent).stream())
            .toList());
  }

  /** Returns a run of the given contests. */
  public static Results run(ContestResult... contests) {
    return new Results(
        Results.SCHEMA,
        Instant.parse("2026-03-14T09:26:00Z"),
        300,
        287.4,
        true,
        new Machine(
            "Difference Engine 2",
            4,
            1L << 33,
            "Linux 6",
            "17.0.15+6",
            "OpenJDK",
            List.of(),
            "2df4c"),
        List.of(contests));
  }
}
