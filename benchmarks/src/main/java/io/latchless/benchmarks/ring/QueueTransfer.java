package io.latchless.benchmarks.ring;

import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/**
 * Some threads put elements in, others take them out. Each operation is tried until it succeeds, or
 * until the measurement ends, since the other side may have stopped.
 */
@State(Scope.Benchmark)
public class QueueTransfer {
  private static final Object ELEMENT = new Object();

  @Param({
    Rings.MPMC,
    Rings.LOCK_FREE,
    Rings.JCTOOLS,
    Rings.JCTOOLS_VAR_HANDLE,
    Rings.AGRONA,
    Rings.ARRAY_BLOCKING_QUEUE
  })
  public String subject;

  private Queue<Object> queue;

  @Setup
  public void create() {
    queue = Rings.queue(subject, Rings.CAPACITY);
  }

  @Group("transfer")
  @Benchmark
  public void offer(Control control) {
    for (int tries = 0; !queue.offer(ELEMENT) && !control.stopMeasurement; tries++) {
      Patience.stepAside(tries);
    }
  }

  @Group("transfer")
  @Benchmark
  public @Nullable Object poll(Control control) {
    Object taken = queue.poll();
    for (int tries = 0; taken == null && !control.stopMeasurement; tries++) {
      Patience.stepAside(tries);
      taken = queue.poll();
    }
    return taken;
  }
}
