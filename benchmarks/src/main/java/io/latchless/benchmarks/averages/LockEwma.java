package io.latchless.benchmarks.averages;

import java.util.concurrent.locks.ReentrantLock;

/** An average behind a lock. */
final class LockEwma implements Average {
  private final ReentrantLock lock = new ReentrantLock();
  private final EwmaStep step;
  private double value = EwmaStep.NONE;

  LockEwma(double alpha) {
    step = new EwmaStep(alpha);
  }

  @Override
  public void record(double sample) {
    lock.lock();
    try {
      value = step.next(value, sample);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public double value() {
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }
}
