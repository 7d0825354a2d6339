package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A decaying mean and rate behind their own monitor. */
final class SynchronizedDecay extends MutexDecay {
  SynchronizedDecay(Duration halfLife, LongSupplier nanoClock) {
    super(halfLife, nanoClock);
  }

  @Override
  synchronized void add(long now, double sampleSum) {
    super.add(now, sampleSum);
  }

  @Override
  synchronized PlainDecay copy() {
    return super.copy();
  }
}
