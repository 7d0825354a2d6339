package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks that the slot is empty, then stores over a batch put there in the meantime. */
@Rogue(trap = "an unread batch is overwritten silently", caughtBy = HandOverRoguesTest.class)
public final class SlotOverwrites implements SlotSubject {
  private final AtomicInteger batch = new AtomicInteger(NOTHING);

  @Override
  public boolean offer(int next) {
    if (batch.get() != NOTHING) {
      return false;
    }
    Turn.linger(); // widens the race window for real threads
    batch.set(next);
    return true;
  }

  @Override
  public int poll() {
    return batch.getAndSet(NOTHING);
  }
}
