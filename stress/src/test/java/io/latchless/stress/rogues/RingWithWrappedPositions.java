package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;

/** Positions return every lap, so that a claim that was stalled for one succeeds. */
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
