package io.latchless.benchmarks.state;

/** Three fields behind their own monitor. */
final class SynchronizedPool extends PlainPool {
  @Override
  public synchronized void move(int step) {
    super.move(step);
  }

  @Override
  public synchronized int count() {
    return super.count();
  }
}
