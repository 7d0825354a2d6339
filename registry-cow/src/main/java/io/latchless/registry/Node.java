package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A node of a trie. Holds the entries whose hashes share the bits of the levels above it. */
abstract class Node {
  static final int BITS = 5;
  static final int LAST_SHIFT = 30;

  /** Returns the value of a key, or null. */
  abstract @Nullable Object get(Object key, int hash, int shift);

  /** Returns the stored key that a given key equals, or null. */
  abstract @Nullable Object storedKey(Object key, int hash, int shift);

  /** Returns the node with an entry added or its value replaced; itself if nothing changes. */
  abstract Node put(Edit edit, Object key, int hash, Object value, int shift);

  /** Returns the node without a key; itself if the key is absent. */
  abstract Node remove(Edit edit, Object key, int hash, int shift);

  /** Returns the number of entries in this node itself, not below it. */
  abstract int entryCount();

  abstract int childCount();

  /** Returns the array with keys and values in turn from the front, and children at the back. */
  abstract Object[] slots();

  /** Passes all entries, here and below, to an action. */
  final void forEach(BiConsumer<Object, Object> action) {
    Object[] all = slots();
    int end = 2 * entryCount();
    for (int at = 0; at < end; at += 2) {
      action.accept(all[at], all[at + 1]);
    }
    for (int at = all.length - childCount(); at < all.length; at++) {
      ((Node) all[at]).forEach(action);
    }
  }

  /** Returns whether the node is one entry, which then moves into the node above. */
  final boolean isSingleEntry() {
    return entryCount() == 1 && childCount() == 0;
  }
}
