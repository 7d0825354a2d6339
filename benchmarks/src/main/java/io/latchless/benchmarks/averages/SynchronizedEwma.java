package io.latchless.benchmarks.averages;

/** An average behind its own monitor. */
final class SynchronizedEwma implements Average {
  private final EwmaStep step;
  private double value = EwmaStep.NONE;

  SynchronizedEwma(double alpha) {
    step = new EwmaStep(alpha);
  }

  @Override
  public synchronized void record(double sample) {
    value = step.next(value, sample);
  }

  @Override
  public synchronized double value() {
    return value;
  }
}
