package io.latchless.benchmarks.averages;

import java.util.concurrent.atomic.AtomicLong;

/** A compare-and-set loop on the bits of the average that retries at once. */
final class NaiveCasEwma implements Average {
  private final AtomicLong bits = new AtomicLong(Double.doubleToRawLongBits(EwmaStep.NONE));
  private final EwmaStep step;

  NaiveCasEwma(double alpha) {
    step = new EwmaStep(alpha);
  }

  @Override
  public void record(double sample) {
    for (; ; ) {
      long seen = bits.get();
      double next = step.next(Double.longBitsToDouble(seen), sample);
      if (bits.compareAndSet(seen, Double.doubleToRawLongBits(next))) {
        return;
      }
    }
  }

  @Override
  public double value() {
    return Double.longBitsToDouble(bits.get());
  }
}
