package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs of many contests that differ in nothing but chance. Every figure of every subject has a
 * log-normal error of its own, every round a mood that all its subjects share, and the whole
 * machine a speed.
 *
 * @param trials how many contests a run has
 * @param rounds of each
 * @param noise the standard deviation of the logarithm of a figure, about its relative error
 */
public record SimulatedRuns(int trials, int rounds, double noise) {
  private static final double MOOD = 0.1;

  /**
   * One run.
   *
   * @param seed the same one gives the same run
   * @param started when
   * @param machine how fast the machine is, 1 being usual
   * @param ours how fast ours is, 1 being usual
   */
  public Results run(long seed, Instant started, double machine, double ours) {
    Random random = new Random(seed);
    List<ContestResult> contests = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      double[] first = new double[rounds];
      double[] second = new double[rounds];
      double[] third = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        double mood = machine * Math.exp(MOOD * random.nextGaussian());
        first[round] = 9e7 * ours * mood * error(random);
        second[round] = 4e7 * mood * error(random);
        third[round] = 1e8 * mood * error(random);
      }
      contests.add(
          Runs.contest(
              "simulated/trial/" + trial, Runs.ours(first), Runs.lock(second), Runs.peer(third)));
    }
    return Runs.run(started, Runs.machine(), contests);
  }

  private double error(Random random) {
    return Math.exp(noise * random.nextGaussian());
  }
}
