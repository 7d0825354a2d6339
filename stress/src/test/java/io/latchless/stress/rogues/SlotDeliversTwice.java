package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the batch and clears the slot in two steps. */
@Rogue(trap = "the same batch is delivered again", caughtBy = HandOverRoguesTest.class)
public final class SlotDeliversTwice implements SlotSubject {
  private final AtomicInteger batch = new AtomicInteger(NOTHING);

  @Override
  public boolean offer(int next) {
    return batch.compareAndSet(NOTHING, next);
  }

  @Override
  public int poll() {
    int taken = batch.get();
    if (taken != NOTHING) {
      Turn.linger(); // widens the race window for real threads
    }
    batch.set(NOTHING);
    return taken;
  }
}
