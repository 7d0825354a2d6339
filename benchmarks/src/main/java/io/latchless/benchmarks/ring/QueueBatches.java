package io.latchless.benchmarks.ring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;

/** Moves sixteen elements per operation, by one call if space or elements suffice. */
@State(Scope.Benchmark)
public class QueueBatches {
  private static final Object ELEMENT = new Object();
  private static final int BATCH = 16;

  @Param({Rings.MPMC, Rings.LOCK_FREE, Rings.JCTOOLS, Rings.JCTOOLS_VAR_HANDLE, Rings.SYNCHRONIZED})
  public String subject;

  private Batches<Object> queue;

  @Setup
  public void create() {
    queue = Batches.of(Rings.queue(subject, Rings.CAPACITY));
  }

  @Group("batches")
  @Benchmark
  public void fill(Control control) {
    Supplier<Object> supplier = () -> ELEMENT;
    int left = BATCH;
    for (int tries = 0; left > 0 && !control.stopMeasurement; tries++) {
      int moved = queue.fill(supplier, left);
      left -= moved;
      if (moved == 0) {
        Patience.stepAside(tries);
      }
    }
  }

  @Group("batches")
  @Benchmark
  public void drain(Control control, Blackhole blackhole) {
    Consumer<Object> consumer = blackhole::consume;
    int left = BATCH;
    for (int tries = 0; left > 0 && !control.stopMeasurement; tries++) {
      int moved = queue.drain(consumer, left);
      left -= moved;
      if (moved == 0) {
        Patience.stepAside(tries);
      }
    }
  }
}
