package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.ring.Rings;
import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each thread waits for a millisecond at an empty queue of its own. No thread delays another
 * through a queue's lock, so the times show only how late a wait ends. Busy threads compete for the
 * cores.
 */
@State(Scope.Thread)
public class TimedPoll {
  private static final int WORK = Integer.parseInt(LocalWork.ABOUT_1_US);

  /** Threads that are always runnable; their work is not counted. */
  @State(Scope.Benchmark)
  public static class Load {
    @Param("0")
    public int busy;

    private final List<BackgroundThread> threads = new ArrayList<>();

    @Setup
    public void start() {
      for (int i = 0; i < busy; i++) {
        threads.add(BackgroundThread.start("busy-" + i, () -> Blackhole.consumeCPU(WORK)));
      }
    }

    @TearDown
    public void stop() throws InterruptedException {
      for (BackgroundThread thread : threads) {
        thread.stop();
      }
    }
  }

  @Param({Rings.BLOCKING, Rings.ARRAY_BLOCKING_QUEUE, Rings.LINKED_BLOCKING_QUEUE})
  public String subject;

  private BlockingQueue<Object> queue;

  @Setup
  public void create() {
    queue = Rings.blocking(subject, Rings.CAPACITY);
  }

  @Benchmark
  public Object poll(Load load) throws InterruptedException {
    return queue.poll(1, TimeUnit.MILLISECONDS);
  }

  @Benchmark
  public Object pollTimed(Load load, Stopwatch watch) throws InterruptedException {
    long start = watch.start();
    Object nothing = queue.poll(1, TimeUnit.MILLISECONDS);
    watch.stop(start);
    return nothing;
  }
}
