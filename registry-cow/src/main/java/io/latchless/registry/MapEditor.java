package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes to a {@link SnapshotMap} that appear at once.
 *
 * <p>An editor belongs to the function that received it and to the thread that runs the function.
 * It sees its own changes; no other thread sees them before they are published. All methods throw
 * {@link IllegalStateException} on another thread and after the function has returned.
 *
 * <p>A change within another change of the same editor also throws it: in the filter of {@code
 * removeIf}, or in the {@code equals}, {@code hashCode} or {@code compareTo} of a key. Reads are
 * allowed there.
 *
 * <p>If a key or a filter throws, the interrupted change has no effect, and the function may catch
 * the exception and continue. A {@link VirtualMachineError}, such as a stack overflow, instead
 * makes the editor unusable, and the update fails.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>for the thread that received it, within one change; refused
 *       elsewhere
 *   <tr><th scope="row">Linearizable<td>not applicable: the whole batch is
 *   <tr><th scope="row">Happens-before<td>that of the batch, see {@link SnapshotMap}
 *   <tr><th scope="row">Allocation<td>the nodes that the batch changes for the first time
 * </table>
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @since 0.1.0
 */
public final class MapEditor<K, V> {
  /*
   * Nodes that the edit owns are changed in place. Only the owner thread changes them, and only
   * before the editor ends. The same thread ends the editor and then publishes the nodes. So the
   * check of a final field is enough: another thread never reaches the nodes, whenever it calls.
   *
   * A key's methods run before the first write to a node. A VirtualMachineError may occur between
   * two writes, and then leaves a table that must not be published.
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

  /** Makes all later calls fail. */
  void end() {
    hasEnded = true;
  }

  /** Returns the edited table and drops it, so that a kept editor does not keep it alive. */
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
   * Returns the value of a key, including earlier changes of this editor.
   *
   * @param key the key, whose {@code equals} is called with the stored key
   * @return null if there is none
   * @throws IllegalStateException after the end of the update or on another thread
   */
  public @Nullable V get(K key) {
    return value(current().get(requireNonNull(key, "key")));
  }

  /**
   * Returns the number of entries, including earlier changes of this editor.
   *
   * @return 0 if there are none
   * @throws IllegalStateException after the end of the update or on another thread
   */
  public int size() {
    return current().size();
  }

  /**
   * Sets the value of a key. If an equal key is present, the map keeps that key object.
   *
   * @param key the key
   * @param value the new value
   * @return the previous value, or null
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
   * @return the previous value, or null
   * @throws IllegalStateException after the end of the update, on another thread, or within another
   *     change of this editor
   */
  public @Nullable V remove(K key) {
    return changed(requireNonNull(key, "key"), null);
  }

  /**
   * Removes all entries that a filter selects. It takes one step for each entry and a {@link
   * #remove} for each match. Without a match it changes and copies nothing.
   *
   * @param filter takes a key and its value, on the calling thread. It may read this editor, which
   *     still shows all entries. If it throws, nothing is removed and the throwable is passed on
   * @return how many entries were removed
   * @throws IllegalStateException after the end of the update, on another thread, or within another
   *     change of this editor
   */
  @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
  public int removeIf(BiPredicate<? super K, ? super V> filter) {
    requireNonNull(filter, "filter");
    Table before = changeable();
    Table left = before;
    Edit removal = Edit.exact(); // does not own the nodes under the cursor
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

  /** Sets the value of a key, or removes the key if the value is null. */
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
              + " but was used by "
              + Thread.currentThread().getName());
    }
    if (hasEnded) {
      throw new IllegalStateException("the editor was used after the end of its update");
    }
    if (isBroken) {
      throw broken();
    }
    return table;
  }

  private static IllegalStateException broken() {
    return new IllegalStateException(
        "the editor is unusable: a VirtualMachineError interrupted its last change");
  }

  @SuppressWarnings("unchecked") // only values of type V are put in
  private @Nullable V value(@Nullable Object found) {
    return (V) found;
  }
}
