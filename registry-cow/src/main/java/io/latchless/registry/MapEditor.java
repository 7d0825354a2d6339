package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a {@link SnapshotMap} that are to appear at once. It belongs to the function that was
 * given it, and to its thread: used after the function has returned, all its methods throw {@link
 * IllegalStateException}. It sees its own changes, and nobody else does before they are published.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class MapEditor<K, V> {
  private final Edit edit = Edit.batch();
  private Table table;
  private boolean ended;

  MapEditor(Table table) {
    this.table = table;
  }

  /** From now on the nodes are others' to see, and nobody's to change. */
  void end() {
    ended = true;
  }

  Table table() {
    return table;
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return its value as changed so far, or null if there is none
   */
  public @Nullable V get(K key) {
    return value(current().get(requireNonNull(key, "key")));
  }

  /**
   * How many entries there are.
   *
   * @return the number as changed so far
   */
  public int size() {
    return current().size();
  }

  /**
   * Gives a key a value.
   *
   * @param key the key
   * @param value its value from now on
   * @return the value that it had, or null
   */
  public @Nullable V put(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    table = Forms.MAP.put(current(), edit, key, value);
    return value(edit.before());
  }

  /**
   * Removes a key.
   *
   * @param key the key
   * @return the value that it had, or null
   */
  public @Nullable V remove(K key) {
    table = Forms.MAP.remove(current(), edit, requireNonNull(key, "key"));
    return value(edit.before());
  }

  /**
   * Removes all entries of which something is true.
   *
   * @param filter is given key and value
   * @return how many there were
   */
  @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
  public int removeIf(BiPredicate<? super K, ? super V> filter) {
    requireNonNull(filter, "filter");
    Table left = FlatTable.EMPTY;
    for (Table.Cursor cursor = current().cursor(); cursor.advance(); ) {
      if (!filter.test((K) cursor.key(), (V) cursor.value())) {
        left = Forms.MAP.put(left, edit, cursor.key(), cursor.value());
      }
    }
    int removed = table.size() - left.size();
    if (removed > 0) {
      table = left;
    }
    return removed;
  }

  private Table current() {
    if (ended) {
      throw new IllegalStateException("the editor was used after the change that it was made for");
    }
    return table;
  }

  @SuppressWarnings("unchecked") // only values of type V are put in
  private @Nullable V value(@Nullable Object found) {
    return (V) found;
  }
}
