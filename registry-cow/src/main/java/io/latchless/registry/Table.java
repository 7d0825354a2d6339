package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from keys to values, neither of them null.
 *
 * <p>Keys are compared as {@link java.util.concurrent.ConcurrentHashMap} compares them: by
 * identity, and if that fails the key that was asked for is asked whether it equals the one that is
 * present. What a key throws leaves the table as it was. So do the tables and nodes of a batch,
 * which are changed in place: a key's methods run before the first write.
 */
abstract class Table {
  /** The value of a key, or null. */
  abstract @Nullable Object get(Object key);

  /** The key that is present and that a key equals, or null. */
  abstract @Nullable Object storedKey(Object key);

  abstract int size();

  /**
   * A table in which the key has the value; itself if it has it already, the very same object. The
   * edit is told of the value before.
   */
  abstract Table put(Edit edit, Object key, Object value);

  /** A table without the key; itself if it has not got it. The edit is told of the value before. */
  abstract Table remove(Edit edit, Object key);

  /** Passes all entries on. */
  abstract void forEach(BiConsumer<Object, Object> action);

  /** At the first entry's front. */
  abstract Cursor cursor();

  /** Goes through the entries of a table, one after the other. Used by one thread. */
  interface Cursor {
    /** Goes to the next entry; false if there is none. */
    boolean advance();

    Object key();

    Object value();
  }
}
