package io.latchless.stress.soak;

import io.latchless.stress.subjects.AverageSubject;
import java.util.List;
import java.util.function.DoubleFunction;

/** An average converges to its input, and every sample has its weight. */
public final class AverageChecks {
  private static final double NEAR = 1e-9;

  private AverageChecks() {}

  /**
   * Starts at 1000 and records a slightly higher value, more often than a weight of a tenth
   * requires.
   */
  public static List<String> converges(AverageSubject average) {
    Findings findings = new Findings();
    average.record(1000);
    for (int i = 0; i < 1_000; i++) {
      average.record(1005);
    }
    findings.require(
        Math.abs(average.value() - 1005) <= NEAR, "%s after 1000 samples of 1005", average.value());
    return findings.list();
  }

  /**
   * Records equal samples from several threads, after a different first one. In any order the value
   * must be bit for bit that of one thread recording as many.
   *
   * @param average creates an average with the given weight
   */
  public static List<String> keepsAll(
      DoubleFunction<AverageSubject> average, int threads, int rounds) throws InterruptedException {
    Findings findings = new Findings();
    double weight = 1.0 / threads / rounds;
    AverageSubject shared = average.apply(weight);
    AverageSubject alone = average.apply(weight);
    shared.record(0);
    alone.record(0);
    for (int i = 0; i < threads * rounds; i++) {
      alone.record(1);
    }
    Workers.run(
        threads,
        member -> {
          for (int i = 0; i < rounds; i++) {
            shared.record(1);
          }
        });
    findings.require(
        shared.value() == alone.value(),
        "%d samples of several threads are %s, of one %s",
        threads * rounds,
        shared.value(),
        alone.value());
    return findings.list();
  }
}
