package io.latchless.benchmarks.latest;

import io.latchless.primitives.Latest;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Creates latest values from their names in the contests. */
public final class LatestValues {
  /** The names of all latest values, ours first. */
  public static final List<String> NAMES =
      List.of("Latest", "synchronized", "ReentrantLock", "ReentrantReadWriteLock");

  private LatestValues() {}

  /** Creates a latest value with nothing published yet. */
  public static <T> NumberedLatest<T> create(String name) {
    return switch (name) {
      case "Latest" -> new LatchlessLatest<>(new Latest<>());
      case "synchronized" -> new SynchronizedLatest<>();
      case "ReentrantLock" -> {
        Lock lock = new ReentrantLock();
        yield new LockLatest<>(lock, lock);
      }
      case "ReentrantReadWriteLock" -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        yield new LockLatest<>(lock.readLock(), lock.writeLock());
      }
      default -> throw new IllegalArgumentException(name);
    };
  }
}
