package io.latchless.stress.cases;

import io.latchless.ringbuffer.MpmcRingBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two queues as flags, as in Dekker's mutual exclusion. Each thread offers to its own queue and
 * then checks whether the other is empty; at most one of them may find it empty. That requires
 * store-load ordering, which the emptiness check therefore has.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true, true         10,507        2,146  each saw the other
 * true, false       232,857       46,945  the second was earlier
 * false, true       237,878       81,389  the first was earlier
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "each saw the other")
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the second was earlier")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the first was earlier")
@Outcome(expect = Expect.FORBIDDEN, desc = "both missed it")
@State
public class MpmcRingBufferFlags {
  private final MpmcRingBuffer<Integer> mine = new MpmcRingBuffer<>(1);
  private final MpmcRingBuffer<Integer> yours = new MpmcRingBuffer<>(1);

  @Actor
  public void first(ZZ_Result r) {
    var unused = mine.offer(1);
    r.r1 = yours.poll() != null;
  }

  @Actor
  public void second(ZZ_Result r) {
    var unused = yours.offer(2);
    r.r2 = mine.poll() != null;
  }
}
