package io.latchless.benchmarks.map;

import io.latchless.registry.SnapshotMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SnapshotMap} does, for ours, the mutexes and the peers alike. Changes return
 * nothing, because not everybody can say what was there before without looking twice.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface SharedMap<K, V> {
  /** The value of a key, or null. */
  @Nullable V get(K key);

  /** Gives a key a value. */
  void put(K key, V value);

  /** Removes a key, if it is there. */
  void remove(K key);

  /** All entries, not to be changed: those of one moment, where the map knows such a thing. */
  Map<K, V> all();
}
