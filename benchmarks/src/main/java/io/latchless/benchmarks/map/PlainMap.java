package io.latchless.benchmarks.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of the JDK's kind as it is: safe for many threads, and its views, as far as it is. */
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
