package io.latchless.benchmarks.history;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.List;

/** Creates histories from their names in the contests. */
public final class Histories {
  static final String OURS = "OverwritingRingBuffer";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";
  static final String DEQUE = "ConcurrentLinkedDeque";

  /** The names of all histories, ours first. */
  public static final List<String> NAMES = List.of(OURS, SYNCHRONIZED, LOCK, DEQUE);

  private Histories() {}

  /** Creates an empty history. */
  public static <E> History<E> create(String name, int capacity) {
    return switch (name) {
      case OURS -> new LatchlessHistory<>(new OverwritingRingBuffer<>(capacity));
      case SYNCHRONIZED -> new SynchronizedHistory<>(capacity);
      case LOCK -> new LockHistory<>(capacity);
      case DEQUE -> new DequeHistory<>(capacity);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
