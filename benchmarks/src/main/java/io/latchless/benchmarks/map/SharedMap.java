package io.latchless.benchmarks.map;

import io.latchless.registry.SnapshotMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a {@link SnapshotMap}, for ours, the mutexes and the peers. Changes return
 * nothing, because some subjects would need a second lookup to return the old value.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface SharedMap<K, V> {
  /** Returns the value of a key, or null. */
  @Nullable V get(K key);

  /** Associates a key with a value. */
  void put(K key, V value);

  /** Removes a key if it is present. */
  void remove(K key);

  /** Returns all entries, not to be modified; a consistent snapshot if the map supports one. */
  Map<K, V> all();
}
