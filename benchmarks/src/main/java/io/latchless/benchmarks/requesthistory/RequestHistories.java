package io.latchless.benchmarks.requesthistory;

import io.latchless.metrics.RequestHistory;
import io.latchless.metrics.RequestMetrics;
import java.util.List;

/** Creates histories from their names in the contests. */
public final class RequestHistories {
  static final String OURS = "RequestHistory";
  static final String SYNCHRONIZED = "synchronized ArrayDeque";
  static final String LOCK = "ReentrantLock ArrayDeque";

  /** The names of all histories, ours first. */
  public static final List<String> NAMES = List.of(OURS, SYNCHRONIZED, LOCK);

  private RequestHistories() {}

  /** Creates a history without requests. */
  public static RecentRequests create(String name, int capacity) {
    return switch (name) {
      case OURS ->
          new LatchlessRequestHistory(new RequestHistory<>(capacity, new RequestMetrics()));
      case SYNCHRONIZED -> new SynchronizedRequestHistory(capacity);
      case LOCK -> new LockRequestHistory(capacity);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
