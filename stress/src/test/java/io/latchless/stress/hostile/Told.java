package io.latchless.stress.hostile;

import io.latchless.primitives.ListenerErrorHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Books of what listeners are told: each version once, in order, whatever the others throw. */
final class Told {
  private static final int MOST = 65_536;

  private final AtomicIntegerArray times = new AtomicIntegerArray(MOST);
  private final AtomicInteger latest = new AtomicInteger();
  private final AtomicInteger outOfOrder = new AtomicInteger();
  private final AtomicInteger thrown = new AtomicInteger();
  private final AtomicInteger reported = new AtomicInteger();
  private volatile Hook onError = Hook.GENTLE;

  /** Notes what a sound listener is told. */
  void told(long version) {
    times.incrementAndGet((int) version);
    if (latest.getAndSet((int) version) >= version) {
      outOfOrder.incrementAndGet();
    }
  }

  /** Runs the hook of a hostile listener, and notes that it throws. */
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

  /** An error handler that notes what it is told. */
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
   * Adds what listeners were not told, or more than once.
   *
   * @param before the version at which the attack was over; the call of a listener may overflow
   *     before the first line of the listener, so after an overflow only what came later counts
   */
  void account(List<String> faults, long before, long version, Subject.End end) {
    int missed = 0;
    for (int i = 1; i <= version; i++) {
      int told = times.get(i);
      if (told > 1) {
        faults.add("a sound listener was told " + told + " times of version " + i);
      } else if (told == 0 && (i > before || end != Subject.End.OVERFLOWED)) {
        missed++;
      }
    }
    Subject.require(
        faults,
        missed == 0,
        "a sound listener was not told of " + missed + " of " + version + " versions");
    Subject.require(
        faults, outOfOrder.get() == 0, "a sound listener was told out of order or twice");
    if (end != Subject.End.OVERFLOWED) {
      Subject.require(
          faults,
          reported.get() == thrown.get(),
          thrown + " were thrown by listeners and " + reported + " reported");
    }
  }
}
