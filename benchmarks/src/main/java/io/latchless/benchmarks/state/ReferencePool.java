package io.latchless.benchmarks.state;

import java.util.concurrent.atomic.AtomicReference;

/** The JDK's reference to an immutable record. */
record ReferencePool(AtomicReference<Connections> now) implements Pool {
  @Override
  public void move(int step) {
    now.updateAndGet(before -> before.moved(step));
  }

  @Override
  @SuppressWarnings("NullAway") // it is never null
  public int count() {
    return now.get().count();
  }
}
