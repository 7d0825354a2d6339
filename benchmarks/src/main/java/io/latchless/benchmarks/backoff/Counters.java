package io.latchless.benchmarks.backoff;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Creates counters from their names in the contests. */
public final class Counters {
  /** The names of all counters, ours first. */
  public static final List<String> NAMES =
      List.of("CAS + Backoff", "naive CAS", "AtomicLong", "synchronized", "ReentrantLock");

  private Counters() {}

  /** Creates a counter at zero. */
  public static ContendedCounter create(String name) {
    return switch (name) {
      case "CAS + Backoff" -> new BackoffCounter();
      case "naive CAS" -> new NaiveCasCounter();
      case "AtomicLong" -> new AtomicLong()::incrementAndGet;
      case "synchronized" -> new SynchronizedContendedCounter();
      case "ReentrantLock" -> new LockContendedCounter();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
