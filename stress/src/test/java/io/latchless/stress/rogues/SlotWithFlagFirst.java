package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicBoolean;

/** Claims the slot by its flag, and stores the batch only afterwards. */
@Rogue(
    trap = "data and ready flag written separately, the flag first",
    caughtBy = HandOverRoguesTest.class)
public final class SlotWithFlagFirst implements SlotSubject {
  private final AtomicBoolean ready = new AtomicBoolean();
  private volatile int batch = NOTHING;

  @Override
  public boolean offer(int next) {
    if (!ready.compareAndSet(false, true)) {
      return false;
    }
    Turn.linger(); // widens the race window for real threads
    batch = next;
    return true;
  }

  @Override
  public int poll() {
    return ready.compareAndSet(true, false) ? batch : NOTHING;
  }
}
