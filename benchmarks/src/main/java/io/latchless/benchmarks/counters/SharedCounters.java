package io.latchless.benchmarks.counters;

import io.latchless.metrics.Counter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Creates counters from their names in the contests. */
public final class SharedCounters {
  static final String OURS = "Counter";
  static final String LONG_ADDER = "LongAdder";
  static final String ATOMIC_LONG = "AtomicLong";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";

  /** The names of all counters, ours first. */
  public static final List<String> NAMES =
      List.of(OURS, LONG_ADDER, ATOMIC_LONG, SYNCHRONIZED, LOCK);

  private SharedCounters() {}

  /** Creates a counter at zero. */
  public static SharedCounter create(String name) {
    return switch (name) {
      case OURS -> new LatchlessCounter(new Counter());
      case LONG_ADDER -> new AdderCounter(new LongAdder());
      case ATOMIC_LONG -> new AtomicCounter(new AtomicLong());
      case SYNCHRONIZED -> new SynchronizedCounter();
      case LOCK -> new LockCounter();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
