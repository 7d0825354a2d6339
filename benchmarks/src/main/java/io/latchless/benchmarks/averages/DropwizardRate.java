package io.latchless.benchmarks.averages;

import com.codahale.metrics.Meter;

/**
 * Dropwizard's meter, which has another meaning: rates over one, five and fifteen minutes. They
 * take in new counts every five seconds, and show nothing before the first time.
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
