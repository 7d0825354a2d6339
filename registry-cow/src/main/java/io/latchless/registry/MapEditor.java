package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a {@link SnapshotMap} that are to appear at once.
 *
 * <p>An editor belongs to the function that was given it and to the thread that runs it. It sees
 * its own changes; no other thread does before they are published. All its methods throw {@link
 * IllegalStateException} on another thread and after the function has returned. So do its changes
 * within one of its own changes: in the filter of its {@code removeIf}, or in the {@code equals},
 * {@code hashCode} or {@code compareTo} of a key. Reads are allowed there.
 *
 * <p>What a key or a filter throws is passed on, and the change that it stopped has no effect; the
 * function may catch it and go on. Only after a {@link VirtualMachineError}, such as a stack
 * overflow, the editor is of no more use, and the update fails.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class MapEditor<K, V> {
  /*
   * Nodes that the edit owns are changed in place. Only the owner thread changes them, and not after
   * the end, which comes before they are published on that same thread. So a check of a final field
   * is enough: no other thread ever gets as far as the nodes, whenever it calls.
   *
   * A key's methods run before the first write to a node. An error of the virtual machine may come
   * between two writes, and leaves a table that must not be published.
   */

  private final Thread owner = Thread.currentThread();
  private final Edit edit = Edit.batch();
  private Table table;
  private boolean isChanging;
  private boolean isBroken;
  private boolean hasEnded;

  MapEditor(Table table) {
    this.table = table;
  }

  /** Refuses all use from here on. */
  void end() {
    hasEnded = true;
  }

  /** What the map is to have; an editor that is kept does not keep it. */
  Table result() {
    Table result = table;
    table = FlatTable.EMPTY;
    edit.found(null);
    if (isBroken) {
      throw broken();
    }
    return result;
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key, whose {@code equals} is asked
   * @return its value as changed so far, or null if there is none
   * @throws IllegalStateException after the end of the update or on another thread
   */
  public @Nullable V get(K key) {
    return value(current().get(requireNonNull(key, "key")));
  }

  /**
   * Returns how many entries there are.
   *
   * @return the number as changed so far
   * @throws IllegalStateException after the end of the update or on another thread
   */
  public int size() {
    return current().size();
  }

  /**
   * Gives a key a value. If an equal key is present, that one stays.
   *
   * @param key the key
   * @param value its value from now on
   * @return the value that it had, or null
   * @throws IllegalStateException after the end of the update, on another thread, or within another
   *     change of this editor
   */
  public @Nullable V put(K key, V value) {
    return changed(requireNonNull(key, "key"), requireNonNull(value, "value"));
  }

  /**
   * Removes a key.
   *
   * @param key the key
   * @return the value that it had, or null
   * @throws IllegalStateException after the end of the update, on another thread, or within another
   *     change of this editor
   */
  public @Nullable V remove(K key) {
    return changed(requireNonNull(key, "key"), null);
  }

  /**
   * Removes all entries that a filter selects. Takes one step for each entry and what {@link
   * #remove} takes for each one removed; without a match it changes and copies nothing.
   *
   * @param filter is given key and value, on the calling thread; may read this editor, which shows
   *     what was there before; what it throws is passed on, and nothing is removed
   * @return how many entries were removed
   * @throws IllegalStateException after the end of the update, on another thread, or within another
   *     change of this editor
   */
  @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
  public int removeIf(BiPredicate<? super K, ? super V> filter) {
    requireNonNull(filter, "filter");
    Table before = changeable();
    Table left = before;
    Edit removal = Edit.exact(); // does not own the nodes that the cursor goes through
    isChanging = true;
    try {
      for (Table.Cursor cursor = before.cursor(); cursor.advance(); ) {
        if (filter.test((K) cursor.key(), (V) cursor.value())) {
          left = TableKind.MAP.remove(left, removal, cursor.key());
        }
      }
    } finally {
      isChanging = false;
    }
    table = left;
    return before.size() - left.size();
  }

  /** With another value for a key, or without the key if it is null. */
  private @Nullable V changed(K key, @Nullable V value) {
    Table before = changeable();
    isChanging = true;
    try {
      table =
          value == null
              ? TableKind.MAP.remove(before, edit, key)
              : TableKind.MAP.put(before, edit, key, value);
      return value(edit.before());
    } catch (VirtualMachineError e) {
      isBroken = true;
      throw e;
    } finally {
      isChanging = false;
    }
  }

  private Table changeable() {
    Table current = current();
    if (isChanging) {
      throw new IllegalStateException("the editor was changed within one of its own changes");
    }
    return current;
  }

  private Table current() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "the editor belongs to thread "
              + owner.getName()
              + ", it was used by "
              + Thread.currentThread().getName());
    }
    if (hasEnded) {
      throw new IllegalStateException("the editor was used after the change that it was made for");
    }
    if (isBroken) {
      throw broken();
    }
    return table;
  }

  private static IllegalStateException broken() {
    return new IllegalStateException(
        "the editor is of no more use, an error of the virtual machine has stopped its last change");
  }

  @SuppressWarnings("unchecked") // only values of type V are put in
  private @Nullable V value(@Nullable Object found) {
    return (V) found;
  }
}
