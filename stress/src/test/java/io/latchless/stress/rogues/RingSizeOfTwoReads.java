package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;

/** Reads the tail first and the head later, when it may have overtaken that tail. */
@Rogue(trap = "a size below zero or above the capacity", caughtBy = RingRoguesTest.class)
public final class RingSizeOfTwoReads extends OneProducerRing {
  public RingSizeOfTwoReads(int capacity) {
    super(capacity);
  }

  @Override
  public int size() {
    long end = tail();
    return (int) (end - head());
  }
}
