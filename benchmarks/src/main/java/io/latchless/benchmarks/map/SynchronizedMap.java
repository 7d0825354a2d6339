package io.latchless.benchmarks.map;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map behind its own monitor, copied under it to read all entries. */
final class SynchronizedMap<K, V> implements SharedMap<K, V> {
  private final Map<K, V> map;

  SynchronizedMap(Map<K, V> entries) {
    map = new HashMap<>(entries);
  }

  @Override
  public synchronized @Nullable V get(K key) {
    return map.get(key);
  }

  @Override
  public synchronized void put(K key, V value) {
    map.put(key, value);
  }

  @Override
  public synchronized void remove(K key) {
    map.remove(key);
  }

  @Override
  public synchronized Map<K, V> all() {
    return new HashMap<>(map);
  }
}
