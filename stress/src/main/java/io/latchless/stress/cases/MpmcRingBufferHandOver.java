package io.latchless.stress.cases;

import io.latchless.ringbuffer.MpmcRingBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The consumer sees everything the producer wrote to an element before it offered it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * -1, 1              83,683      265,263  polled too early, still in
 * 42, 0             118,590      596,676  handed over, and gone
 * }</pre>
 */
@JCStressTest
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "polled too early, still in")
@Outcome(id = "42, 0", expect = Expect.ACCEPTABLE, desc = "handed over, and gone")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built, or both taken and still there")
@State
public class MpmcRingBufferHandOver {
  private final MpmcRingBuffer<Box> ring = new MpmcRingBuffer<>(1);

  @Actor
  public void producer() {
    var unused = ring.offer(new Box(42));
  }

  @Actor
  public void consumer(II_Result r) {
    Box taken = ring.poll();
    r.r1 = taken == null ? -1 : taken.value;
  }

  @Arbiter
  public void end(II_Result r) {
    r.r2 = ring.size();
  }
}
