package io.latchless.benchmarks.history;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Mix;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Adds to a full history, or reads its newest elements. If a contest has writers and readers, one
 * side runs in the background: a sum of adds and of reads of a hundred elements would be
 * meaningless.
 */
@State(Scope.Benchmark)
public class HistoryUse {
  private static final Object ELEMENT = new Object();
  private static final int LOOK = 100;

  @Param({Histories.OURS, Histories.SYNCHRONIZED, Histories.LOCK, Histories.DEQUE})
  public String subject;

  @Param("0")
  public int backgroundWriters;

  @Param("0")
  public int backgroundReaders;

  @Param("1024")
  public int capacity;

  @Param("0")
  public int work;

  private final List<BackgroundThread> background = new ArrayList<>();
  private History<Object> history;

  @Setup
  public void create() {
    History<Object> full = full(subject, capacity);
    for (int i = 0; i < backgroundWriters; i++) {
      background.add(BackgroundThread.start("writer-" + i, () -> full.add(ELEMENT)));
    }
    for (int i = 0; i < backgroundReaders; i++) {
      background.add(BackgroundThread.start("reader-" + i, () -> full.newest(LOOK)));
    }
    history = full;
  }

  private static History<Object> full(String subject, int capacity) {
    History<Object> history = Histories.create(subject, capacity);
    for (int i = 0; i < capacity; i++) {
      history.add(ELEMENT);
    }
    return history;
  }

  static Object structure(String subject, int capacity) {
    History<Object> history = full(subject, capacity);
    return history instanceof LatchlessHistory<Object> ours ? ours.ring() : history;
  }

  @TearDown
  public void stop() throws InterruptedException {
    for (BackgroundThread thread : background) {
      thread.stop();
    }
  }

  @Benchmark
  public void add() {
    history.add(ELEMENT);
  }

  @Benchmark
  public void addTimed(Stopwatch watch) {
    long start = watch.start();
    history.add(ELEMENT);
    watch.stop(start);
  }

  @Benchmark
  public List<Object> newest() {
    return history.newest(LOOK);
  }

  @Benchmark
  public List<Object> share(Mix mix) {
    Blackhole.consumeCPU(work);
    if (mix.nextIsWrite()) {
      history.add(ELEMENT);
      return List.of();
    }
    return newest();
  }
}
