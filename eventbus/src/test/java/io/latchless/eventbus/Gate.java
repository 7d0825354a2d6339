package io.latchless.eventbus;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a handler until a test lets it go on. */
final class Gate {
  static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** Waits until the gate is open. */
  void pass() throws InterruptedException {
    entered.countDown();
    if (!opened.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the gate was never opened");
    }
  }

  /** Waits until a thread has come to the gate. */
  void awaitEntered() throws InterruptedException {
    if (!entered.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("no thread came to the gate");
    }
  }

  void open() {
    opened.countDown();
  }
}
