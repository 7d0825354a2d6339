package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Not lock-free: a slot is claimed first and filled later, and its reader waits in between. */
public final class TwoStepPublish implements FreezeScenario {
  private Log log = new Log();

  @Override
  public void setUp() {
    log = new Log();
  }

  @Override
  public void victim() {
    log.append(7);
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("append", () -> log.append(8)), new Bystander("newest", () -> log.newest()));
  }

  private static final class Log {
    private static final int SLOTS = 4_096;

    private final AtomicLong claimed = new AtomicLong();
    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

    void append(long value) {
      long seen = claimed.get();
      while (!claimed.compareAndSet(seen, seen + 1)) {
        seen = claimed.get();
      }
      slots.set((int) (seen % SLOTS), value);
    }

    long newest() {
      long end = claimed.get();
      if (end == 0) {
        return 0;
      }
      long value = 0;
      for (long position = Math.max(0, end - 4); position < end; position++) {
        value = slots.get((int) (position % SLOTS));
        while (value == 0) {
          Thread.onSpinWait();
          value = slots.get((int) (position % SLOTS));
        }
      }
      return value;
    }
  }
}
