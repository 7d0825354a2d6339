package io.latchless.benchmarks.requesthistory;

import io.latchless.metrics.RequestHistory;
import io.latchless.metrics.RequestMetrics;
import java.util.List;

/** Makes histories by the names that the contests give them. */
public final class Histories {
  static final String OURS = "RequestHistory";
  static final String SYNCHRONIZED = "synchronized ArrayDeque";
  static final String LOCK = "ReentrantLock ArrayDeque";

  /** Every name, ours first. */
  public static final List<String> NAMES = List.of(OURS, SYNCHRONIZED, LOCK);

  private Histories() {}

  /** A new history without requests. */
  public static History create(String name, int capacity) {
    return switch (name) {
      case OURS -> new LatchlessHistory(new RequestHistory<>(capacity, new RequestMetrics()));
      case SYNCHRONIZED -> new SynchronizedHistory(capacity);
      case LOCK -> new LockHistory(capacity);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
