package io.latchless.benchmarks.averages;

import com.codahale.metrics.Meter;

/**
 * Dropwizard's meter has another meaning: rates over one, five and fifteen minutes, which take what
 * was counted every five seconds and show nothing before.
 */
record DropwizardRate(Meter meter) implements Rate {
  @Override
  public void mark() {
    meter.mark();
  }

  @Override
  public double perSecond() {
    return meter.getOneMinuteRate();
  }
}
