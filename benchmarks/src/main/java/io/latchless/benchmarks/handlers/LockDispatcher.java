package io.latchless.benchmarks.handlers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Immutable lists of handlers in a map behind a lock. A dispatch holds the lock only for the
 * lookup: handlers called under the lock could deadlock.
 */
final class LockDispatcher implements Dispatcher {
  private final Map<String, List<Handler>> handlers = new HashMap<>();
  private final Lock read;
  private final Lock write;

  LockDispatcher(Lock read, Lock write) {
    this.read = read;
    this.write = write;
  }

  @Override
  public Unsubscriber subscribe(String topic, Handler handler) {
    write.lock();
    try {
      List<Handler> more = new ArrayList<>(handlers.getOrDefault(topic, List.of()));
      more.add(handler);
      handlers.put(topic, List.copyOf(more));
    } finally {
      write.unlock();
    }
    return () -> remove(topic, handler);
  }

  private void remove(String topic, Handler handler) {
    write.lock();
    try {
      handlers.computeIfPresent(topic, (key, present) -> without(present, handler));
    } finally {
      write.unlock();
    }
  }

  private static @Nullable List<Handler> without(List<Handler> present, Handler handler) {
    List<Handler> fewer = new ArrayList<>(present);
    fewer.remove(handler);
    return fewer.isEmpty() ? null : List.copyOf(fewer);
  }

  @Override
  public void dispatch(String topic, DispatchTally tally) {
    for (Handler handler : handlersOf(topic)) {
      handler.on(tally);
    }
  }

  private List<Handler> handlersOf(String topic) {
    read.lock();
    try {
      return handlers.getOrDefault(topic, List.of());
    } finally {
      read.unlock();
    }
  }
}
