package io.latchless.benchmarks.map;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A map of the JDK that is copied as a whole for every change. */
final class CopiedMap<K, V> extends SwappedMap<K, V, Map<K, V>> {
  private final UnaryOperator<Map<K, V>> finish;

  /**
   * @param finish turns an unshared hash map into the map to publish
   */
  CopiedMap(Map<K, V> entries, UnaryOperator<Map<K, V>> finish) {
    super(finish.apply(new HashMap<>(entries)));
    this.finish = finish;
  }

  @Override
  @Nullable V get(Map<K, V> map, K key) {
    return map.get(key);
  }

  @Override
  Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> copy = new HashMap<>(map);
    copy.put(key, value);
    return finish.apply(copy);
  }

  @Override
  Map<K, V> without(Map<K, V> map, K key) {
    Map<K, V> copy = new HashMap<>(map);
    copy.remove(key);
    return finish.apply(copy);
  }

  @Override
  public Map<K, V> all() {
    return map();
  }
}
