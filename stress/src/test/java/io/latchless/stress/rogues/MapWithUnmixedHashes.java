package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uses the hash code unmixed, and the next free index.
 *
 * @param <K> the type of the keys
 */
@Rogue(
    trap = "unmixed hashes in a table with linear probing: ids such as process-123 cluster",
    caughtBy = RegistryRoguesTest.class)
public final class MapWithUnmixedHashes<K> {
  private final @Nullable Object[] table;

  public MapWithUnmixedHashes(List<K> keys) {
    table = new Object[2 * keys.size()];
    keys.forEach(key -> table[find(key)] = key);
  }

  public boolean contains(K key) {
    return table[find(key)] != null;
  }

  private int find(K key) {
    int at = Math.floorMod(key.hashCode(), table.length);
    while (table[at] != null && !key.equals(table[at])) {
      at = (at + 1) % table.length;
    }
    return at;
  }
}
