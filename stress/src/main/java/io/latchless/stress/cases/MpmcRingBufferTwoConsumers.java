package io.latchless.stress.cases;

import io.latchless.ringbuffer.MpmcRingBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One element is delivered exactly once, to one of two polling threads.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 42, -1          1,284,823      312,150  the first got it
 * -1, 42            419,962      127,645  the second got it
 * }</pre>
 */
@JCStressTest
@Outcome(id = "42, -1", expect = Expect.ACCEPTABLE, desc = "the first got it")
@Outcome(id = "-1, 42", expect = Expect.ACCEPTABLE, desc = "the second got it")
@Outcome(expect = Expect.FORBIDDEN, desc = "delivered twice, or not at all")
@State
public class MpmcRingBufferTwoConsumers {
  private final MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(1);

  public MpmcRingBufferTwoConsumers() {
    var unused = ring.offer(42);
  }

  @Actor
  public void first(II_Result r) {
    r.r1 = orNone(ring.poll());
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = orNone(ring.poll());
  }

  private static int orNone(@Nullable Integer element) {
    return element == null ? -1 : element;
  }
}
