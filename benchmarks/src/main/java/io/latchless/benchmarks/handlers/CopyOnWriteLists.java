package io.latchless.benchmarks.handlers;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The JDK's concurrent map of its copy-on-write lists, where the list of an emptied key is removed.
 *
 * @param <H> the type of the handlers
 */
public final class CopyOnWriteLists<H> {
  private final ConcurrentMap<String, List<H>> lists = new ConcurrentHashMap<>();

  /** Adds a handler to a key. */
  public Unsubscriber add(String key, H handler) {
    // Within compute, so that no other thread can remove the list as empty meanwhile.
    lists.compute(
        key,
        (same, present) -> {
          List<H> list = present == null ? new CopyOnWriteArrayList<>() : present;
          list.add(handler);
          return list;
        });
    return () -> remove(key, handler);
  }

  private void remove(String key, H handler) {
    lists.computeIfPresent(
        key,
        (same, present) -> {
          present.remove(handler);
          return present.isEmpty() ? null : present;
        });
  }

  /** Returns the handlers of a key, in the order in which they were added. */
  public List<H> of(String key) {
    return lists.getOrDefault(key, List.of());
  }
}
