package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.ring.Rings;
import io.latchless.benchmarks.workload.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A thousand virtual threads pass elements through a queue that is too small for all of them. */
@State(Scope.Benchmark)
public class VirtualPutTake {
  private static final Object ELEMENT = new Object();
  private static final int PAIRS = 500;
  private static final int EACH = 20;
  private static final int CAPACITY = 64;

  @Param({
    Rings.BLOCKING,
    Rings.ARRAY_BLOCKING_QUEUE,
    Rings.LINKED_BLOCKING_QUEUE,
    Rings.LINKED_TRANSFER_QUEUE
  })
  public String subject;

  private final List<Callable<Boolean>> tasks = new ArrayList<>();
  private ExecutorService threads;

  @Setup
  public void create() {
    BlockingQueue<Object> queue = Rings.blocking(subject, CAPACITY);
    for (int i = 0; i < PAIRS; i++) {
      tasks.add(() -> put(queue));
      tasks.add(() -> take(queue));
    }
    threads = VirtualThreads.perTask();
  }

  private static boolean put(BlockingQueue<Object> queue) throws InterruptedException {
    for (int i = 0; i < EACH; i++) {
      queue.put(ELEMENT);
    }
    return true;
  }

  private static boolean take(BlockingQueue<Object> queue) throws InterruptedException {
    for (int i = 0; i < EACH; i++) {
      var unused = queue.take();
    }
    return true;
  }

  @TearDown
  public void stop() {
    threads.shutdownNow();
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS * EACH)
  public void passOn() throws InterruptedException, ExecutionException {
    for (Future<Boolean> done : threads.invokeAll(tasks)) {
      var unused = done.get();
    }
  }
}
