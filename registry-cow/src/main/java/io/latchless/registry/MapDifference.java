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
   * What has to be done to an older snapshot to get a newer one. Where one was made from the other
   * by a few changes, it looks at those and not at what both have in common.
   *
   * @param older the one
   * @param newer the other
   * @param <K> the type of the keys
   * @param <V> the type of the values, compared by {@code equals}
   * @return the changes
   */
  public static <K, V> MapDifference<K, V> between(
      MapSnapshot<K, V> older, MapSnapshot<K, V> newer) {
    requireNonNull(older, "older");
    requireNonNull(newer, "newer");
    Walk<K, V> walk = new Walk<>();
    walk.tables(older.table(), newer.table());
    return new MapDifference<>(walk.changes);
  }

  /** Goes through two tries side by side, and passes over the nodes that they share. */
  private static final class Walk<K, V> {
    private final List<Change<K, V>> changes = new ArrayList<>();

    void tables(Table older, Table newer) {
      if (older instanceof TrieTable olderTrie && newer instanceof TrieTable newerTrie) {
        nodes(olderTrie.root(), newerTrie.root(), 0);
      } else if (older != newer) {
        for (Table.Cursor cursor = older.cursor(); cursor.advance(); ) {
          changed(cursor.key(), cursor.value(), newer.get(cursor.key()));
        }
        for (Table.Cursor cursor = newer.cursor(); cursor.advance(); ) {
          added(cursor.key(), older.get(cursor.key()), cursor.value());
        }
      }
    }

    private void nodes(Node older, Node newer, int shift) {
      if (older == newer) {
        return;
      }
      int both = 0;
      if (older instanceof Branch olderBranch && newer instanceof Branch newerBranch) {
        both = olderBranch.children() & newerBranch.children();
        for (int left = both; left != 0; left &= left - 1) {
          nodes(
              olderBranch.childOf(left & -left),
              newerBranch.childOf(left & -left),
              shift + Node.BITS);
        }
      }
      each(older, both, (key, value) -> changed(key, value, newer.get(key, Hashes.of(key), shift)));
      each(newer, both, (key, value) -> added(key, older.get(key, Hashes.of(key), shift), value));
    }

    /** All entries of a node, but for those under some of its children. */
    private static void each(Node node, int without, BiConsumer<Object, Object> action) {
      Object[] slots = node.slots();
      for (int i = 0; i < 2 * node.entryCount(); i += 2) {
        action.accept(slots[i], slots[i + 1]);
      }
      if (node instanceof Branch branch) {
        for (int left = branch.children() & ~without; left != 0; left &= left - 1) {
          each(branch.childOf(left & -left), 0, action);
        }
      }
    }

    private void changed(Object key, Object before, @Nullable Object after) {
      if (!before.equals(after)) {
        add(key, before, after);
      }
    }

    private void added(Object key, @Nullable Object before, Object after) {
      if (before == null) {
        add(key, null, after);
      }
    }

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
    private void add(Object key, @Nullable Object before, @Nullable Object after) {
      changes.add(new Change<>((K) key, (V) before, (V) after));
    }
  }
}
