package io.latchless.benchmarks.map;

import io.latchless.registry.SnapshotMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adapts a {@link SnapshotMap}. */
record LatchlessMap<K, V>(SnapshotMap<K, V> map) implements SharedMap<K, V> {
  static <K, V> LatchlessMap<K, V> of(Map<K, V> entries) {
    SnapshotMap<K, V> map = new SnapshotMap<>();
    map.update(editor -> entries.forEach(editor::put));
    return new LatchlessMap<>(map);
  }

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
    return map.snapshot();
  }
}
