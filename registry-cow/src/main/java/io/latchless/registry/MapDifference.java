package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes between two snapshots of the same map. Immutable.
 *
 * @param entries one for each key that was added, removed or given another value, in no particular
 *     order
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @since 0.1.0
 */
public record MapDifference<K, V>(List<Change<K, V>> entries) {
  /**
   * A change of one key.
   *
   * @param key the key
   * @param before its value in the older snapshot; null if it was added
   * @param after its value in the newer snapshot; null if it was removed
   * @param <K> the type of the key
   * @param <V> the type of the values
   */
  public record Change<K, V>(K key, @Nullable V before, @Nullable V after) {}

  /**
   * Creates a difference from a list of changes.
   *
   * @param entries the changes, copied
   */
  public MapDifference {
    entries = List.copyOf(entries);
  }

  /**
   * Returns the changes that turn an older snapshot into a newer one. If a few changes lead from
   * one to the other, it visits only the nodes that these have copied, not those that both share.
   * If one of them has at most 32 entries, it visits all entries. Allocates an object for each
   * change, the list, and two objects for each pair of nodes that differ.
   *
   * <p>If {@code equals} or {@code hashCode} throws, the throwable is passed on.
   *
   * @param older the older snapshot
   * @param newer the newer snapshot
   * @param <K> the type of the keys
   * @param <V> the type of the values, compared by identity, then by {@code equals} of the older
   *     value
   * @return an empty difference if nothing has changed
   */
  public static <K, V> MapDifference<K, V> between(
      MapSnapshot<K, V> older, MapSnapshot<K, V> newer) {
    requireNonNull(older, "older");
    requireNonNull(newer, "newer");
    Walk<K, V> walk = new Walk<>();
    walk.tables(older.table(), newer.table());
    return new MapDifference<>(walk.changes);
  }

  /** Some entries of a snapshot: all of them, or those under one node. */
  private abstract static class Part {
    abstract @Nullable Object get(Object key);

    abstract @Nullable Object storedKey(Object key);

    abstract void forEach(BiConsumer<Object, Object> action);

    /**
     * Returns whether a key of this part and a key of the other part find each other. If only one
     * finds the other, because {@code equals} is not symmetric, one was removed and the other
     * added.
     */
    final boolean shares(Object key, Part there) {
      Object stored = there.storedKey(key);
      return stored != null && storedKey(stored) == key;
    }

    static Part of(Table table) {
      return new Part() {
        @Override
        @Nullable Object get(Object key) {
          return table.get(key);
        }

        @Override
        @Nullable Object storedKey(Object key) {
          return table.storedKey(key);
        }

        @Override
        void forEach(BiConsumer<Object, Object> action) {
          table.forEach(action);
        }
      };
    }

    /** All entries under a node. Its {@code forEach} skips those under some of the children. */
    static Part of(Node node, int shift, int without) {
      return new Part() {
        @Override
        @Nullable Object get(Object key) {
          return node.get(key, Hashes.of(key), shift);
        }

        @Override
        @Nullable Object storedKey(Object key) {
          return node.storedKey(key, Hashes.of(key), shift);
        }

        @Override
        void forEach(BiConsumer<Object, Object> action) {
          Object[] slots = node.slots();
          for (int i = 0; i < 2 * node.entryCount(); i += 2) {
            action.accept(slots[i], slots[i + 1]);
          }
          if (node instanceof BitmapNode bitmap) {
            for (int left = bitmap.children() & ~without; left != 0; left &= left - 1) {
              bitmap.childOf(left & -left).forEach(action);
            }
          }
        }
      };
    }
  }

  /** Walks through two tries side by side and skips the nodes that they share. */
  private static final class Walk<K, V> {
    private final List<Change<K, V>> changes = new ArrayList<>();

    void tables(Table older, Table newer) {
      if (older instanceof TrieTable olderTrie && newer instanceof TrieTable newerTrie) {
        nodes(olderTrie.root(), newerTrie.root(), 0);
      } else if (older != newer) {
        parts(Part.of(older), Part.of(newer));
      }
    }

    private void nodes(Node older, Node newer, int shift) {
      if (older == newer) {
        return;
      }
      int both = 0;
      if (older instanceof BitmapNode olderBitmap && newer instanceof BitmapNode newerBitmap) {
        both = olderBitmap.children() & newerBitmap.children();
        for (int left = both; left != 0; left &= left - 1) {
          nodes(
              olderBitmap.childOf(left & -left),
              newerBitmap.childOf(left & -left),
              shift + Node.BITS);
        }
      }
      parts(Part.of(older, shift, both), Part.of(newer, shift, both));
    }

    private void parts(Part older, Part newer) {
      older.forEach(
          (key, before) -> {
            Object after = older.shares(key, newer) ? newer.get(key) : null;
            if (before != after && (after == null || !before.equals(after))) {
              add(key, before, after);
            }
          });
      newer.forEach(
          (key, after) -> {
            if (!newer.shares(key, older)) {
              add(key, null, after);
            }
          });
    }

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
    private void add(Object key, @Nullable Object before, @Nullable Object after) {
      changes.add(new Change<>((K) key, (V) before, (V) after));
    }
  }
}
