package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;

/** Wraps positions every lap, so a claim that was stalled for a lap succeeds. */
@Rogue(
    trap = "positions wrapped modulo the capacity: a claim stalled for a lap succeeds",
    caughtBy = RingRoguesTest.class)
public final class RingWithWrappedPositions extends OneProducerRing {
  public RingWithWrappedPositions(int capacity) {
    super(capacity);
  }

  @Override
  protected long after(long position) {
    return (position + 1) % slots();
  }
}
