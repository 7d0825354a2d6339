package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.OneProducerRing;
import io.latchless.stress.subjects.Turn;

/** Announces an element before storing it: a consumer takes null or the previous lap's element. */
@Rogue(trap = "the position is published before the element", caughtBy = RingRoguesTest.class)
public final class RingPublishesPositionFirst extends OneProducerRing {
  public RingPublishesPositionFirst(int capacity) {
    super(capacity);
  }

  @Override
  protected void publish(long position, int element) {
    moveTail(position);
    Turn.pass(); // widens the race window for real threads
    write(position, element);
  }
}
