package io.latchless.benchmarks.latest;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Publishes values and reads the latest one. */
@State(Scope.Benchmark)
public class LatestFeed {
  private static final Object QUOTE = new Object();

  private static final class VolatileField<T> implements LatestValue<T> {
    private volatile @Nullable T value;

    @Override
    public void put(T value) {
      this.value = value;
    }

    @Override
    public @Nullable T get() {
      return value;
    }
  }

  @Param({"Latest", "volatile field", "synchronized", "ReentrantLock", "ReentrantReadWriteLock"})
  public String subject;

  private LatestValue<Object> latest;

  @Setup
  public void create() {
    latest = latest(subject);
  }

  private static LatestValue<Object> latest(String subject) {
    return subject.equals("volatile field") ? new VolatileField<>() : LatestValues.create(subject);
  }

  static Object structure(String subject) {
    LatestValue<Object> latest = latest(subject);
    return latest instanceof LatchlessLatest<Object> ours ? ours.latest() : latest;
  }

  @Group("feed")
  @Benchmark
  public void publish() {
    latest.put(QUOTE);
  }

  @Group("feed")
  @Benchmark
  public @Nullable Object read() {
    return latest.get();
  }
}
