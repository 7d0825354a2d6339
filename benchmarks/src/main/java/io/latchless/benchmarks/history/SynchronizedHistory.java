package io.latchless.benchmarks.history;

/** A circular array behind its own monitor. */
final class SynchronizedHistory<E> extends PlainHistory<E> {
  SynchronizedHistory(int capacity) {
    super(capacity);
  }

  @Override
  public synchronized void add(E element) {
    super.add(element);
  }

  @Override
  synchronized Object[] copyOfNewest(int limit) {
    return super.copyOfNewest(limit);
  }

  @Override
  public synchronized long overwritten() {
    return super.overwritten();
  }
}
