package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.workload.BackgroundThread;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Each thread puts an element in and takes one out, beside one more thread whose operations are not
 * counted. That thread pauses in the middle of putting an element in, as if descheduled there. It
 * pauses in the supplier of {@code fill}, which every subject calls between claim and publish.
 */
@State(Scope.Benchmark)
public class StalledPairs {
  private static final Object ELEMENT = new Object();
  private static final long STALL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long REST = TimeUnit.MILLISECONDS.toNanos(1);

  @Param({Rings.MPMC, Rings.LOCK_FREE, Rings.JCTOOLS, Rings.JCTOOLS_VAR_HANDLE, Rings.SYNCHRONIZED})
  public String subject;

  private Queue<Object> queue;
  private BackgroundThread stalling;

  @Setup
  public void create() {
    Queue<Object> shared = Rings.queue(subject, Rings.CAPACITY);
    Batches<Object> batches = Batches.of(shared);
    stalling = BackgroundThread.start("stalling", () -> stall(shared, batches));
    queue = shared;
  }

  private static void stall(Queue<Object> queue, Batches<Object> batches) {
    var one =
        batches.fill(
            () -> {
              LockSupport.parkNanos(STALL);
              return ELEMENT;
            },
            1);
    assert one == 1;
    var taken = queue.poll();
    assert taken != null;
    LockSupport.parkNanos(REST);
  }

  @TearDown
  public void stop() throws InterruptedException {
    stalling.stop();
  }

  @Benchmark
  public Object pair() {
    Patience.put(queue, ELEMENT);
    return Patience.take(queue);
  }
}
