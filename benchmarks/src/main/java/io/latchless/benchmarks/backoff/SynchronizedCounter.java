package io.latchless.benchmarks.backoff;

/** A counter behind its own monitor. */
final class SynchronizedCounter implements Counter {
  private long value;

  @Override
  public synchronized long increment() {
    return ++value;
  }
}
