package io.latchless.rules.examples.leftalone.loops;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

@SuppressWarnings({"ThreadPriorityCheck", "BusyWait", "LoopConditionChecker"})
class Ends {
  private static final VarHandle OPAQUE;

  static {
    try {
      OPAQUE = MethodHandles.lookup().findVarHandle(Ends.class, "stopped", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final AtomicBoolean atomic = new AtomicBoolean();
  private final boolean forEver;
  private final int[] flags = new int[1];
  private volatile boolean stoppedVolatile;
  private volatile long turns;
  private boolean stopped;
  private boolean strict;
  private int size;
  private int next;
  private @Nullable Node head;

  static final class Node {
    @Nullable Node next;
    volatile boolean done;
  }

  Ends(boolean forEver) {
    this.forEver = forEver;
  }

  void set() {
    stopped = true;
    strict = true;
    size = 1;
    head = new Node();
    flags[0] = 1;
  }

  void ofAVolatileField() {
    while (!stoppedVolatile) {
      Thread.onSpinWait();
    }
  }

  void ofAVolatileFieldOfAPlainOne(Node node) {
    while (!node.done) {}
  }

  void ofAnAtomic() {
    while (!atomic.get()) {}
  }

  void byAVarHandle() {
    while (!(boolean) OPAQUE.getOpaque(this)) {}
  }

  void withAVolatileReadInIt() {
    while (!stopped) {
      if (turns > 5) {
        Thread.onSpinWait();
      }
    }
  }

  void withAVolatileWriteInIt() {
    while (!stopped) {
      turns = 1;
    }
  }

  void withAMonitorInIt() {
    while (true) {
      synchronized (this) {
        if (stopped) {
          break;
        }
      }
    }
  }

  synchronized void waiting() throws InterruptedException {
    while (!stopped) {
      wait();
    }
  }

  void withACallInIt(Runnable work) {
    while (!stopped) {
      work.run();
    }
  }

  void withACallInAHandler(Runnable log) {
    while (!stopped) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        log.run();
      }
    }
  }

  void withACallBeforeAFailure() {
    while (!stopped) {
      try {
        if (!strict) {
          throw failure();
        }
      } catch (IllegalStateException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static IllegalStateException failure() {
    return new IllegalStateException("always");
  }

  void byAGetter() {
    while (!isStopped()) {}
  }

  private boolean isStopped() {
    return stopped;
  }

  int counted(int[] numbers) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  int countedByAField() {
    int sum = 0;
    while (next < size) {
      sum += next++;
    }
    return sum;
  }

  boolean withASetting(int[] numbers) {
    for (int i = 0; i < numbers.length && !strict; i++) {
      if (numbers[i] < 0) {
        return false;
      }
    }
    return true;
  }

  void untilItFinds(int[] numbers) {
    stopped = false;
    for (int i = 0; !stopped; i++) {
      stopped = numbers[i] == 0;
    }
  }

  @Nullable Node last() {
    Node node = head;
    while (node != null && node.next != null) {
      node = node.next;
    }
    return node;
  }

  void notBefore(long deadline) {
    while (!stopped && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  void ofALocalVariable(boolean local) {
    while (!local) {
      local = stopped;
    }
  }

  void ofAnElement() {
    while (flags[0] == 0) {}
  }

  void forEver() {
    while (forEver) {}
  }
}
