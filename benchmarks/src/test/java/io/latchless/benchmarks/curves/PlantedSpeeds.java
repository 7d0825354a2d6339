package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Measures shapes by planted speeds. By default a subject does 1 M operations per second. */
public final class PlantedSpeeds implements Sweep.Measuring {
  private final Map<String, ToDoubleFunction<Shape>> speeds = new LinkedHashMap<>();
  private final Map<Shape, ContestResult> measured = new LinkedHashMap<>();
  private double noise = 0.001;
  private int rounds = 12;
  private int most = Integer.MAX_VALUE;

  /** Plants a speed, as a multiple of the default. */
  public PlantedSpeeds with(String name, ToDoubleFunction<Shape> times) {
    speeds.put(name, times);
    return this;
  }

  /** Sets the standard deviation of the logarithm of every figure. */
  public PlantedSpeeds noise(double deviation) {
    noise = deviation;
    return this;
  }

  /** Sets the number of rounds. */
  public PlantedSpeeds rounds(int count) {
    rounds = count;
    return this;
  }

  /** Sets the number of shapes that time allows. */
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

  /** Returns the number of measured shapes. */
  int count() {
    return measured.size();
  }

  /** Returns everything measured. */
  public Measured measured() {
    return new Measured(measured);
  }
}
