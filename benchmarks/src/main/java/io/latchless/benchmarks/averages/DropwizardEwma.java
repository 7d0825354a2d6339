package io.latchless.benchmarks.averages;

import com.codahale.metrics.EWMA;
import java.util.concurrent.TimeUnit;

/**
 * Dropwizard's average, which has another meaning: it adds up whole numbers, and a tick every five
 * seconds adds the sum per second to an average. No tick runs here, so the contest compares only
 * the cost of a record.
 */
final class DropwizardEwma implements Average {
  private static final int TICK_SECONDS = 5;

  private final EWMA ewma;

  DropwizardEwma(double alpha) {
    ewma = new EWMA(alpha, TICK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void record(double sample) {
    ewma.update((long) sample);
  }

  @Override
  public double value() {
    return ewma.getRate(TimeUnit.SECONDS);
  }
}
