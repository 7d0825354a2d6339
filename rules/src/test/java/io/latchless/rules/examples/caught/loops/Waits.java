package io.latchless.rules.examples.caught.loops;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

@SuppressWarnings({"ThreadPriorityCheck", "BusyWait", "UnusedVariable"})
class Waits {
  private static boolean started;

  private final Node node = new Node();
  private boolean stopped;
  private boolean paused;
  private Boolean boxed = false;
  private int state;
  private long epoch;
  private @Nullable Object result;
  private long turns;

  static final class Node {
    boolean done;
  }

  void set() {
    started = true;
    stopped = true;
    paused = true;
    boxed = true;
    state = 1;
    epoch = 1;
    result = this;
    node.done = true;
  }

  void empty() {
    while (!stopped) {} // caught
  }

  void spinning() {
    while (!stopped) { // caught
      Thread.onSpinWait();
    }
  }

  void yielding() {
    do {
      Thread.yield();
    } while (!stopped); // caught
  }

  void sleeping() throws InterruptedException {
    while (!stopped) { // caught
      Thread.sleep(10);
    }
  }

  void sleepingWhateverHappens() {
    while (!stopped) { // caught
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void parking() {
    for (; result == null; ) { // caught
      LockSupport.parkNanos(this, 1000);
    }
  }

  static void ofAStaticField() {
    while (!started) {} // caught
  }

  void ofAnotherObject() {
    while (!node.done) {} // caught
  }

  void ofAnInt(int expected) {
    while (state != expected) { // caught
      Thread.onSpinWait();
    }
  }

  void ofALong() {
    while (epoch == 0L) {} // caught
  }

  void ofABoxedFlag() {
    while (!boxed) {} // caught
  }

  void ofTwoFlags() {
    while (true) {
      if (stopped) { // caught
        return;
      }
      if (paused) { // caught
        return;
      }
    }
  }

  void leftFromWithin() {
    while (true) {
      turns++;
      if (stopped) { // caught
        break;
      }
    }
  }

  int withWorkOfItsOwn(int[] numbers) {
    int sum = 0;
    while (!stopped) { // caught
      for (int i = 0; i < numbers.length; i++) {
        sum += numbers[i];
      }
    }
    return sum;
  }

  Runnable inALambda() {
    return () -> {
      while (!stopped) {} // caught
    };
  }
}
