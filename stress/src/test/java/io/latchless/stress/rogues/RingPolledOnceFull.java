package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;

/** Finds the queue full, and then removes an element of a queue that may have room by then. */
@Rogue(
    trap = "an element removed from a ring that was full before, and no longer is",
    caughtBy = RingRoguesTest.class)
public final class RingPolledOnceFull extends OneProducerRing {
  public RingPolledOnceFull(int capacity) {
    super(capacity);
  }

  @Override
  public int pollIfFull() {
    return size() == capacity() ? poll() : NOTHING;
  }
}
