package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A part of a trie: the entries whose hashes begin alike. */
abstract class Node {
  static final int BITS = 5;
  static final int LAST_SHIFT = 30;

  /** The value of a key, or null. */
  abstract @Nullable Object get(Object key, int hash, int shift);

  /** The key that is present and that a key equals, or null. */
  abstract @Nullable Object storedKey(Object key, int hash, int shift);

  /** This node with an entry more, or with another value for a key; itself if nothing changes. */
  abstract Node put(Edit edit, Object key, int hash, Object value, int shift);

  /** This node without a key; itself if it has not got it. */
  abstract Node remove(Edit edit, Object key, int hash, int shift);

  /** Entries that are here, not further down. */
  abstract int entryCount();

  abstract int childCount();

  /** Keys and values of the entries in turn, at the front; children at the back. */
  abstract Object[] slots();

  /** Passes all entries on, here and further down. */
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

  /** Whether the node above has room for all of it. */
  final boolean isSingleEntry() {
    return entryCount() == 1 && childCount() == 0;
  }
}
