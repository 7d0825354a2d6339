package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Notifies a new listener of the current version before adding it: a change in between is missed.
 */
@Rogue(trap = "a late listener with a gap after its first call", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "received the newest version")
@Outcome(expect = Expect.FORBIDDEN, desc = "never received it")
@State
public class ListenerMissesAChange {
  private final Queue<IntConsumer> listeners = new ConcurrentLinkedQueue<>();
  private final AtomicInteger version = new AtomicInteger();
  private volatile int told;

  @Actor
  public void listener() {
    IntConsumer listener = news -> told = news;
    listener.accept(version.get());
    listeners.add(listener);
  }

  @Actor
  public void writer() {
    int next = version.incrementAndGet();
    listeners.forEach(listener -> listener.accept(next));
  }

  @Arbiter
  public void end(I_Result r) {
    r.r1 = told;
  }
}
