package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measures shapes by speeds that a test plants: who is not planted does 1 M operations a second.
 */
public final class PlantedSpeeds implements Sweep.Measuring {
  private final Map<String, ToDoubleFunction<Shape>> speeds = new LinkedHashMap<>();
  private final Map<Shape, ContestResult> measured = new LinkedHashMap<>();
  private double noise = 0.001;
  private int rounds = 12;
  private int most = Integer.MAX_VALUE;

  /** Plants one that is so many times as fast as the ordinary. */
  public PlantedSpeeds with(String name, ToDoubleFunction<Shape> times) {
    speeds.put(name, times);
    return this;
  }

  /** Sets the standard deviation of the logarithm of every round of everyone. */
  public PlantedSpeeds noise(double deviation) {
    noise = deviation;
    return this;
  }

  /** Sets how many rounds there are. */
  public PlantedSpeeds rounds(int count) {
    rounds = count;
    return this;
  }

  /** Sets for how many shapes there is time. */
  public PlantedSpeeds atMost(int shapes) {
    most = shapes;
    return this;
  }

  @Override
  public Optional<ContestResult> measure(Shape shape) {
    if (!measured.containsKey(shape) && measured.size() < most) {
      SyntheticContest contest = SyntheticContest.of(shape).noise(noise).rounds(rounds);
      speeds.forEach((name, times) -> contest.with(name, times.applyAsDouble(shape)));
      measured.put(shape, contest.build());
    }
    return Optional.ofNullable(measured.get(shape));
  }

  /** How many shapes were measured. */
  int count() {
    return measured.size();
  }

  /** All that was measured. */
  public Measured measured() {
    return new Measured(measured);
  }
}
