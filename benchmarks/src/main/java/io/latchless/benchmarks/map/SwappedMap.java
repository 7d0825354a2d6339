package io.latchless.benchmarks.map;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map behind the JDK's reference, replaced by compare-and-set; a loser tries again at
 * once.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> the type of the immutable map
 */
abstract class SwappedMap<K, V, M> implements SharedMap<K, V> {
  private final AtomicReference<M> map;

  SwappedMap(M map) {
    this.map = new AtomicReference<>(map);
  }

  @SuppressWarnings("NullAway") // starts with a map and goes from map to map
  final M map() {
    return map.get();
  }

  /** The value that a key has in such a map. */
  abstract @Nullable V get(M map, K key);

  /** Such a map with another entry. */
  abstract M with(M map, K key, V value);

  /** Such a map without an entry. */
  abstract M without(M map, K key);

  @Override
  public final @Nullable V get(K key) {
    return get(map(), key);
  }

  @Override
  public final void put(K key, V value) {
    M seen;
    do {
      seen = map();
    } while (!map.compareAndSet(seen, with(seen, key, value)));
  }

  @Override
  public final void remove(K key) {
    M seen;
    do {
      seen = map();
    } while (!map.compareAndSet(seen, without(seen, key)));
  }
}
