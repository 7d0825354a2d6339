package io.latchless.stress.cases;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.RingBufferClosedException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * An element put while the queue is being closed is either accepted or refused, and the producer
 * learns which.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true, 1           930,975      342,168  put in before it was closed
 * false, 0          307,180      187,648  closed before, and refused
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "put in before it was closed")
@Outcome(id = "false, 0", expect = Expect.ACCEPTABLE, desc = "closed before, and refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, or refused and still accepted")
@State
public class BlockingRingBufferClose {
  private final BlockingRingBuffer<Integer> ring = new BlockingRingBuffer<>(1);

  @Actor
  public void producer(ZI_Result r) {
    try {
      ring.put(1);
      r.r1 = true;
    } catch (RingBufferClosedException closed) {
      r.r1 = false;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted unexpectedly", e);
    }
  }

  @Actor
  public void closer() {
    ring.close();
  }

  @Arbiter
  public void end(ZI_Result r) {
    r.r2 = ring.size();
  }
}
