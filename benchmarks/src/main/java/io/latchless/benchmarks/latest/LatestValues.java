package io.latchless.benchmarks.latest;

import io.latchless.primitives.Latest;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Makes latest values by the names that the contests give them. */
public final class LatestValues {
  /** Every name, ours first. */
  public static final List<String> NAMES =
      List.of("Latest", "synchronized", "ReentrantLock", "ReentrantReadWriteLock");

  private LatestValues() {}

  /** A new one with nothing published yet. */
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
