package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;
import io.latchless.stress.subjects.Turn;

/** Announces an element that is not there yet: a consumer takes nothing, or the last lap's. */
@Rogue(trap = "the position is published before the element", caughtBy = RingRoguesTest.class)
public final class RingPublishesPositionFirst extends OneProducerRing {
  public RingPublishesPositionFirst(int capacity) {
    super(capacity);
  }

  @Override
  protected void publish(long position, int element) {
    moveTail(position);
    Turn.pass(); // for real threads to fall into it
    write(position, element);
  }
}
