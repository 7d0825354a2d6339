package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has changed between two snapshots of the same map. Immutable.
 *
 * @param entries one for each key that was added, removed or given another value, in no order
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public record MapDifference<K, V>(List<Change<K, V>> entries) {
  /**
   * A key of which something has changed.
   *
   * @param key the key
   * @param before its value in the older snapshot; null: it was added
   * @param after its value in the newer snapshot; null: it was removed
   * @param <K> the type of the key
   * @param <V> the type of the values
   */
  public record Change<K, V>(K key, @Nullable V before, @Nullable V after) {}

  /**
   * A list of changes.
   *
   * @param entries the changes, copied
   */
  public MapDifference {
    entries = List.copyOf(entries);
  }

  /**
   * Returns what turns an older snapshot into a newer one. Where one was made from the other by a
   * few changes, it looks at the nodes that these have copied and not at what both have in common.
   * It looks at all entries where one of both has at most 32.
   *
   * @param older the one
   * @param newer the other
   * @param <K> the type of the keys
   * @param <V> the type of the values, compared by identity, and then by the {@code equals} of the
   *     older
   * @return the changes; what {@code equals} or {@code hashCode} throws is passed on
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
     * Whether a key from here and one from there find each other. One that only finds the other, as
     * {@code equals} allows if it is not symmetric, was removed and the other added.
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

    /** All entries under a node, but passes on none of those under some of its children. */
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
          if (node instanceof BitmapNode branch) {
            for (int left = branch.children() & ~without; left != 0; left &= left - 1) {
              branch.childOf(left & -left).forEach(action);
            }
          }
        }
      };
    }
  }

  /** Goes through two tries side by side, and passes over the nodes that they share. */
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
      if (older instanceof BitmapNode olderBranch && newer instanceof BitmapNode newerBranch) {
        both = olderBranch.children() & newerBranch.children();
        for (int left = both; left != 0; left &= left - 1) {
          nodes(
              olderBranch.childOf(left & -left),
              newerBranch.childOf(left & -left),
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
