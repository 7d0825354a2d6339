package io.latchless.benchmarks.handlers;

import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.QuiescentHandlerRegistry;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Creates dispatchers from their names in the contests. */
final class Dispatchers {
  static final String OURS = "HandlerRegistry";
  static final String UNDISTURBED = "HandlerRegistry undisturbed";
  static final String QUIESCENT = "QuiescentHandlerRegistry";
  static final String READ_WRITE_LOCK = "ReentrantReadWriteLock";
  static final String LOCK = "ReentrantLock";
  static final String LISTS = "map of CopyOnWriteArrayLists";
  static final String EVENT_BUS = "Guava EventBus";

  /** The names of all dispatchers with topics, ours first. */
  static final List<String> NAMES = List.of(OURS, QUIESCENT, READ_WRITE_LOCK, LOCK, LISTS);

  private Dispatchers() {}

  /** Creates a dispatcher without handlers. */
  static Dispatcher create(String name) {
    return switch (name) {
      case OURS, UNDISTURBED -> new LatchlessDispatcher(new HandlerRegistry<>());
      case QUIESCENT -> new LatchlessDispatcher(new QuiescentHandlerRegistry<>());
      case READ_WRITE_LOCK -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        yield new LockDispatcher(lock.readLock(), lock.writeLock());
      }
      case LOCK -> {
        ReentrantLock lock = new ReentrantLock();
        yield new LockDispatcher(lock, lock);
      }
      case LISTS -> new ListDispatcher();
      case EVENT_BUS -> new EventBusDispatcher();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
