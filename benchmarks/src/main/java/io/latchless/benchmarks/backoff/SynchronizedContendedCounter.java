package io.latchless.benchmarks.backoff;

/** A counter behind its own monitor. */
final class SynchronizedContendedCounter implements ContendedCounter {
  private long value;

  @Override
  public synchronized long increment() {
    return ++value;
  }
}
