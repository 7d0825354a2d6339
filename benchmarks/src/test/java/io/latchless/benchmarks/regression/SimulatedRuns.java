package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Simulates runs of many contests that differ only by chance. Every figure of every subject has a
 * log-normal error of its own. All subjects of a round share a random factor, and the whole machine
 * has a speed.
 *
 * @param trials the number of contests in a run
 * @param rounds the number of rounds of each contest
 * @param noise the standard deviation of the logarithm of a figure, approximately its relative
 *     error
 */
public record SimulatedRuns(int trials, int rounds, double noise) {
  private static final double MOOD = 0.1;

  /**
   * Returns one run.
   *
   * @param seed the seed; equal seeds give equal runs
   * @param started the start of the run
   * @param machine the speed of the machine, 1 being normal
   * @param ours the speed of ours, 1 being normal
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
