package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks whether the slot is empty and stores, whatever was put there meanwhile. */
@Rogue(trap = "an unread batch is overwritten silently", caughtBy = HandOverRoguesTest.class)
public final class SlotOverwrites implements SlotSubject {
  private final AtomicInteger batch = new AtomicInteger(NOTHING);

  @Override
  public boolean offer(int next) {
    if (batch.get() != NOTHING) {
      return false;
    }
    Turn.linger(); // for real threads to fall into it
    batch.set(next);
    return true;
  }

  @Override
  public int poll() {
    return batch.getAndSet(NOTHING);
  }
}
