package io.latchless.stress.cases;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A read of the newest elements, while the oldest is overwritten, returns them untorn and in order.
 * The digits are the elements in the order read.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 12                 81,960      188,182  before
 * 23                733,497      602,017  after
 * 2                     486          406  during: the first has gone, the third is not in yet
 * }</pre>
 */
@JCStressTest
@Outcome(id = "12", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "23", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(
    id = "2",
    expect = Expect.ACCEPTABLE,
    desc = "during: the first has gone, the third is not in yet")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, or out of order")
@State
public class OverwritingRingBufferLook {
  private final OverwritingRingBuffer<Box> ring = new OverwritingRingBuffer<>(2);

  public OverwritingRingBufferLook() {
    ring.add(new Box(1));
    ring.add(new Box(2));
  }

  @Actor
  public void writer() {
    ring.add(new Box(3));
  }

  @Actor
  public void reader(I_Result r) {
    int digits = 0;
    for (Box seen : ring.newest(2)) {
      digits = 10 * digits + seen.value;
    }
    r.r1 = digits;
  }
}
