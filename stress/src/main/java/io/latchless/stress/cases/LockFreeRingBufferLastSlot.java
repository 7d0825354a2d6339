package io.latchless.stress.cases;

import io.latchless.ringbuffer.LockFreeRingBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two producers race for the last slot: exactly one gets it, and its element is in the queue.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT               JDK 17       JDK 25  DESCRIPTION
 * true, false, 1      271,305      345,108  the first got it
 * false, true, 2       63,420      152,418  the second got it
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "the first got it")
@Outcome(id = "false, true, 2", expect = Expect.ACCEPTABLE, desc = "the second got it")
@Outcome(expect = Expect.FORBIDDEN, desc = "both, neither, or the loser's element")
@State
public class LockFreeRingBufferLastSlot {
  private final LockFreeRingBuffer<Integer> ring = new LockFreeRingBuffer<>(1);

  @Actor
  public void first(ZZI_Result r) {
    r.r1 = ring.offer(1);
  }

  @Actor
  public void second(ZZI_Result r) {
    r.r2 = ring.offer(2);
  }

  @Arbiter
  public void end(ZZI_Result r) {
    r.r3 = orNone(ring.poll());
  }

  private static int orNone(@Nullable Integer element) {
    return element == null ? -1 : element;
  }
}
