package io.latchless.benchmarks.status;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.TransitionGraph;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Creates statuses from their names in the contests. */
public final class Statuses {
  /** The names of all statuses, ours first. */
  public static final List<String> NAMES =
      List.of(
          "AtomicStatus",
          "naive CAS",
          "synchronized",
          "ReentrantLock",
          "ReentrantReadWriteLock",
          "StampedLock");

  private Statuses() {}

  /** Creates a status in the graph's initial state. */
  public static <S extends Enum<S>> Status<S> create(String name, TransitionGraph<S> graph) {
    return switch (name) {
      case "AtomicStatus" -> new LatchlessStatus<>(new AtomicStatus<>(graph));
      case "naive CAS" -> new NaiveCasStatus<>(graph);
      case "synchronized" -> new SynchronizedStatus<>(graph);
      case "ReentrantLock" -> {
        Lock lock = new ReentrantLock();
        yield new LockStatus<>(graph, lock, lock);
      }
      case "ReentrantReadWriteLock" -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        yield new LockStatus<>(graph, lock.readLock(), lock.writeLock());
      }
      case "StampedLock" -> new StampedLockStatus<>(graph);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
