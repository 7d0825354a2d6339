package io.latchless.benchmarks.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JDK map, used directly. It and its views are as thread-safe as that map. */
record PlainMap<K, V>(Map<K, V> map) implements SharedMap<K, V> {
  @Override
  public @Nullable V get(K key) {
    return map.get(key);
  }

  @Override
  public void put(K key, V value) {
    map.put(key, value);
  }

  @Override
  public void remove(K key) {
    map.remove(key);
  }

  @Override
  public Map<K, V> all() {
    return map;
  }
}
