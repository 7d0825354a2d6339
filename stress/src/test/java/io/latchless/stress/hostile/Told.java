package io.latchless.stress.hostile;

import io.latchless.primitives.ListenerErrorHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Records what listeners receive: each version once, in order, even if other listeners throw. */
final class Told {
  private static final int MOST = 65_536;

  private final AtomicIntegerArray times = new AtomicIntegerArray(MOST);
  private final AtomicInteger latest = new AtomicInteger();
  private final AtomicInteger outOfOrder = new AtomicInteger();
  private final AtomicInteger thrown = new AtomicInteger();
  private final AtomicInteger reported = new AtomicInteger();
  private volatile Hook onError = Hook.GENTLE;

  /** Records a version that a well-behaved listener received. */
  void told(long version) {
    times.incrementAndGet((int) version);
    if (latest.getAndSet((int) version) >= version) {
      outOfOrder.incrementAndGet();
    }
  }

  /** Runs the hook of a hostile listener, and records whether it throws. */
  void run(Hook hook) {
    boolean returned = false;
    try {
      hook.run();
      returned = true;
    } finally {
      if (!returned) {
        thrown.incrementAndGet();
      }
    }
  }

  /** Returns an error handler that counts the exceptions it receives. */
  ListenerErrorHandler errors() {
    return (listener, failure) -> {
      reported.incrementAndGet();
      onError.run();
    };
  }

  void onError(Hook hook) {
    onError = hook;
  }

  /**
   * Adds a fault for each version that listeners missed or received more than once.
   *
   * @param before the version at which the attack ended; a call may overflow before the listener's
   *     first line, so after an overflow only later versions count
   */
  void account(List<String> faults, long before, long version, Subject.End end) {
    int missed = 0;
    for (int i = 1; i <= version; i++) {
      int told = times.get(i);
      if (told > 1) {
        faults.add("a listener received version " + i + " " + told + " times");
      } else if (told == 0 && (i > before || end != Subject.End.OVERFLOWED)) {
        missed++;
      }
    }
    Subject.require(
        faults, missed == 0, "a listener missed " + missed + " of " + version + " versions");
    Subject.require(
        faults, outOfOrder.get() == 0, "a listener received versions out of order or twice");
    if (end != Subject.End.OVERFLOWED) {
      Subject.require(
          faults,
          reported.get() == thrown.get(),
          thrown + " exceptions thrown by listeners, but " + reported + " reported");
    }
  }
}
