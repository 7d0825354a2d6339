package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from keys to values, neither of them null.
 *
 * <p>Keys are compared as in {@link java.util.concurrent.ConcurrentHashMap}: first by identity,
 * then by {@code equals} of the given key, with the stored key as its argument. If a key throws,
 * the table is unchanged. This also holds for a batch, which changes nodes in place: a key's
 * methods run before the first write.
 */
abstract class Table {
  /** Returns the value of a key, or null. */
  abstract @Nullable Object get(Object key);

  /** Returns the stored key that a given key equals, or null. */
  abstract @Nullable Object storedKey(Object key);

  abstract int size();

  /**
   * Returns a table in which the key has the value; itself if the key has that very value. Records
   * the previous value in the edit.
   */
  abstract Table put(Edit edit, Object key, Object value);

  /**
   * Returns a table without the key; itself if the key is absent. Records the previous value in the
   * edit.
   */
  abstract Table remove(Edit edit, Object key);

  /** Passes all entries to an action. */
  abstract void forEach(BiConsumer<Object, Object> action);

  /** Returns a cursor before the first entry. */
  abstract Cursor cursor();

  /** Iterates over the entries of a table. Used by one thread. */
  interface Cursor {
    /** Moves to the next entry. Returns false if there is none. */
    boolean advance();

    Object key();

    Object value();
  }
}
