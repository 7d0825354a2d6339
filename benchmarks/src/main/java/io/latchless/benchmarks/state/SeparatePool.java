package io.latchless.benchmarks.state;

import java.util.concurrent.atomic.AtomicInteger;

/** An atomic for each count: each is right by itself, but together they can be torn. */
final class SeparatePool implements Pool {
  private final AtomicInteger idle = new AtomicInteger(CONNECTIONS);
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger closing = new AtomicInteger();

  @Override
  public void move(int step) {
    switch (step) {
      case 0 -> move(idle, busy);
      case 1 -> move(busy, closing);
      default -> move(closing, idle);
    }
  }

  private static void move(AtomicInteger from, AtomicInteger to) {
    from.decrementAndGet();
    to.incrementAndGet();
  }

  @Override
  public int count() {
    return idle.get() + busy.get() + closing.get();
  }
}
