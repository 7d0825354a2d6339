package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** A decaying mean and rate behind a lock. */
final class LockDecay extends MutexDecay {
  private final ReentrantLock lock = new ReentrantLock();

  LockDecay(Duration halfLife, LongSupplier nanoClock) {
    super(halfLife, nanoClock);
  }

  @Override
  void add(long now, double sampleSum) {
    lock.lock();
    try {
      super.add(now, sampleSum);
    } finally {
      lock.unlock();
    }
  }

  @Override
  PlainDecay copy() {
    lock.lock();
    try {
      return super.copy();
    } finally {
      lock.unlock();
    }
  }
}
