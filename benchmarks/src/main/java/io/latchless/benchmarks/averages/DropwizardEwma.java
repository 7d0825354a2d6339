package io.latchless.benchmarks.averages;

import com.codahale.metrics.EWMA;
import java.util.concurrent.TimeUnit;

/**
 * Dropwizard's average has another meaning: it adds up whole numbers, and each tick, every five
 * seconds, takes the sum into an average of sums a second. Nobody ticks here: what is compared is
 * what a record costs.
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
