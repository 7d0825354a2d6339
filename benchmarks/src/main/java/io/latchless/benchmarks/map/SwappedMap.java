package io.latchless.benchmarks.map;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map behind the JDK's reference, replaced by compare-and-set. A lost attempt is
 * retried at once.
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

  /** Returns the value of a key in a map. */
  abstract @Nullable V get(M map, K key);

  /** Returns a copy of a map in which a key has a value. */
  abstract M with(M map, K key, V value);

  /** Returns a copy of a map without a key. */
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
