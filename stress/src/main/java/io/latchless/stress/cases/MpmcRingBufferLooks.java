package io.latchless.stress.cases;

import io.latchless.ringbuffer.MpmcRingBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two queues as flags: one is searched, and an element is removed from the middle of the other. A
 * search that skips a claimed but unpublished position misses an element whose {@code offer} has
 * returned, because the publication may become visible after the claim.
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "each saw the other")
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the second was earlier")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the first was earlier")
@Outcome(expect = Expect.FORBIDDEN, desc = "both missed it")
@State
public class MpmcRingBufferLooks {
  private final MpmcRingBuffer<Integer> mine = new MpmcRingBuffer<>(1);
  private final MpmcRingBuffer<Integer> yours = new MpmcRingBuffer<>(1);

  @Actor
  public void first(ZZ_Result r) {
    var unused = mine.offer(1);
    r.r1 = yours.contains(2);
  }

  @Actor
  public void second(ZZ_Result r) {
    var unused = yours.offer(2);
    r.r2 = mine.remove((Object) 1);
  }
}
