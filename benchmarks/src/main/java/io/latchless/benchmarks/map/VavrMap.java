package io.latchless.benchmarks.map;

import io.vavr.collection.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The persistent map of Vavr. */
final class VavrMap<K, V> extends SwappedMap<K, V, HashMap<K, V>> {
  VavrMap(Map<K, V> entries) {
    super(HashMap.ofAll(entries));
  }

  @Override
  @Nullable V get(HashMap<K, V> map, K key) {
    return map.get(key).getOrNull();
  }

  @Override
  HashMap<K, V> with(HashMap<K, V> map, K key, V value) {
    return map.put(key, value);
  }

  @Override
  HashMap<K, V> without(HashMap<K, V> map, K key) {
    return map.remove(key);
  }

  @Override
  public Map<K, V> all() {
    return map().toJavaMap();
  }
}
