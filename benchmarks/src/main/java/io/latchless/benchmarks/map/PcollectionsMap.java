package io.latchless.benchmarks.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The persistent map of PCollections. */
final class PcollectionsMap<K, V> extends SwappedMap<K, V, PMap<K, V>> {
  PcollectionsMap(Map<K, V> entries) {
    super(HashTreePMap.from(entries));
  }

  @Override
  @Nullable V get(PMap<K, V> map, K key) {
    return map.get(key);
  }

  @Override
  PMap<K, V> with(PMap<K, V> map, K key, V value) {
    return map.plus(key, value);
  }

  @Override
  PMap<K, V> without(PMap<K, V> map, K key) {
    return map.minus(key);
  }

  @Override
  public Map<K, V> all() {
    return map();
  }
}
