package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.ring.Rings;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Submits small tasks to a pool, and waits for space when its queue is full. */
@State(Scope.Benchmark)
public class PoolTasks {
  private static final int THREADS = 2;

  @Param({Rings.BLOCKING, Rings.ARRAY_BLOCKING_QUEUE, Rings.LINKED_BLOCKING_QUEUE})
  public String subject;

  @Param("0")
  public int work;

  private Runnable task;
  private ThreadPoolExecutor pool;

  @Setup
  public void create() {
    int tokens = work;
    task = () -> Blackhole.consumeCPU(tokens);
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            Rings.blocking(subject, Rings.CAPACITY),
            PoolTasks::putWhenThereIsRoom);
    pool.prestartAllCoreThreads();
  }

  private static void putWhenThereIsRoom(Runnable task, ThreadPoolExecutor pool) {
    try {
      pool.getQueue().put(task);
    } catch (InterruptedException stopped) {
      throw new RejectedExecutionException(stopped);
    }
  }

  @TearDown
  public void stop() throws InterruptedException {
    pool.shutdownNow();
    if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the pool does not terminate");
    }
  }

  @Benchmark
  public void execute() {
    pool.execute(task);
  }
}
