package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.Subscription;
import io.latchless.primitives.internal.Arguments;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map whose whole contents can be had at any moment, for nothing, and do not change afterwards.
 *
 * <pre>{@code
 * SnapshotMap<String, Route> routes = new SnapshotMap<>();
 * routes.put("/health", health);
 * routes.update(edit -> {                   // both, or neither
 *   edit.remove("/v1");
 *   edit.put("/v2", v2);
 * });
 * Route route = routes.get(path);
 * MapSnapshot<String, Route> all = routes.snapshot();
 * }</pre>
 *
 * <p>Take it for what is read far more often than it is changed, or has to be read as a whole. A
 * change copies what lies between the root and the entry, from 400 to 900 bytes up to a million
 * entries; where nobody needs a consistent view, a {@link java.util.concurrent.ConcurrentHashMap}
 * is faster for lookups and far faster for changes.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code containsKey}, {@code size}, {@code snapshot}, {@code
 *       version}: wait-free. Changes: lock-free until they are published; a lost compare-and-set
 *       pauses a bounded time, see {@link Backoff}, and the change is made again; then the thread may run
 *       listeners
 *   <tr><th scope="row">Linearizable<td>yes, every operation; a batch at once
 *   <tr><th scope="row">Happens-before<td>what a thread did before it changed the map happens before what
 *       another does after it has seen that change or a later one
 *   <tr><th scope="row">Allocation<td>none in reads; for a change the nodes from the root to the entry and a
 *       snapshot, from 400 to 900 bytes up to a million entries
 *   <tr><th scope="row">Complexity<td>{@code get}, {@code put}, {@code remove}: constant, up to seven steps;
 *       {@code removeIf}: linear; see {@link MapSnapshot} for keys whose hashes are equal
 *   <tr><th scope="row">Memory<td>about 530 bytes, and what {@link MapSnapshot} takes
 *   <tr><th scope="row">Null or false means<td>there was no such key; of a conditional change: nothing
 *       was changed
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused
 * @param <V> the type of the values; null is refused
 */
public final class SnapshotMap<K, V> {
  private final SnapshotRef<MapSnapshot<K, V>> ref;

  /** An empty map at version 0 that logs what listeners throw. */
  public SnapshotMap() {
    this(ListenerErrorHandler.logging());
  }

  /**
   * An empty map at version 0.
   *
   * @param errors is told of listeners that throw
   */
  public SnapshotMap(ListenerErrorHandler errors) {
    ref = new SnapshotRef<>(new MapSnapshot<>(FlatTable.EMPTY, 0), errors);
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return its value, or null if there is none
   */
  public @Nullable V get(K key) {
    return ref.get().get(key);
  }

  /**
   * Whether there is a key.
   *
   * @param key the key
   * @return true if it has a value
   */
  public boolean containsKey(K key) {
    return get(key) != null;
  }

  /**
   * How many entries there are.
   *
   * @return the number
   */
  public int size() {
    return ref.get().size();
  }

  /**
   * How many changes have been published.
   *
   * @return the version, from 0
   */
  public long version() {
    return ref.get().version();
  }

  /**
   * All entries of this moment.
   *
   * @return them, unmodifiable, with their version
   */
  public MapSnapshot<K, V> snapshot() {
    return ref.get();
  }

  /**
   * Gives a key a value.
   *
   * @param key the key
   * @param value its value from now on; the very object that it has already publishes nothing
   * @return the value that it had, or null
   */
  public @Nullable V put(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    Edit edit = Edit.single();
    change(table -> Forms.MAP.put(table, edit, key, value));
    return value(edit.before());
  }

  /**
   * Gives a key a value if it has none.
   *
   * @param key the key
   * @param value its value from now on, if it had none
   * @return the value that it had and keeps, or null if it had none
   */
  public @Nullable V putIfAbsent(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    Edit edit = Edit.single();
    change(
        table -> {
          Object present = table.get(key);
          edit.found(present);
          return present == null ? Forms.MAP.put(table, edit, key, value) : table;
        });
    return value(edit.before());
  }

  /**
   * Makes a key's value from the one that it has.
   *
   * @param key the key
   * @param function is given the key and its value, or null, and returns the new value, or null to
   *     remove the key; called again when another change came first, so it must have no side
   *     effects; what it throws is passed on and changes nothing
   * @return the new value, or null
   */
  public @Nullable V compute(K key, BiFunction<? super K, @Nullable V, @Nullable V> function) {
    requireNonNull(key, "key");
    requireNonNull(function, "function");
    Edit edit = Edit.single();
    return change(
            table -> {
              V next = function.apply(key, value(table.get(key)));
              return next == null
                  ? Forms.MAP.remove(table, edit, key)
                  : Forms.MAP.put(table, edit, key, next);
            })
        .get(key);
  }

  /**
   * Removes a key.
   *
   * @param key the key
   * @return the value that it had, or null
   */
  public @Nullable V remove(K key) {
    requireNonNull(key, "key");
    Edit edit = Edit.single();
    change(table -> Forms.MAP.remove(table, edit, key));
    return value(edit.before());
  }

  /**
   * Removes all entries of which something is true, at once.
   *
   * @param filter is given key and value; called again when another change came first
   * @return how many there were
   */
  public int removeIf(BiPredicate<? super K, ? super V> filter) {
    requireNonNull(filter, "filter");
    int[] removed = new int[1];
    update(editor -> removed[0] = editor.removeIf(filter));
    return removed[0];
  }

  /**
   * Makes several changes that appear at once.
   *
   * @param change is given an editor, which it must not keep; called again when another change came
   *     first, so it must have no side effects; what it throws is passed on and changes nothing
   * @return what was published; or the current snapshot if nothing was changed
   */
  public MapSnapshot<K, V> update(Consumer<? super MapEditor<K, V>> change) {
    requireNonNull(change, "change");
    return change(table -> edited(table, change));
  }

  /**
   * Makes several changes that appear at once, if nothing has changed since a version was read.
   *
   * @param expectedVersion the version that must still be current
   * @param change is given an editor, which it must not keep
   * @return false if the version has moved on, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  public boolean update(long expectedVersion, Consumer<? super MapEditor<K, V>> change) {
    requireNonNull(change, "change");
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    MapSnapshot<K, V> seen = ref.get();
    if (seen.version() != expectedVersion) {
      return false;
    }
    return ref.compareAndSet(
        expectedVersion, new MapSnapshot<>(edited(seen.table(), change), expectedVersion + 1));
  }

  /**
   * Replaces all entries by others, if nothing has changed since a version was read.
   *
   * @param expectedVersion the version that must still be current
   * @param entries what the map is to have from now on, copied
   * @return false if the version has moved on, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  public boolean replace(long expectedVersion, Map<? extends K, ? extends V> entries) {
    requireNonNull(entries, "entries");
    Table table = edited(FlatTable.EMPTY, editor -> entries.forEach(editor::put));
    return ref.compareAndSet(expectedVersion, new MapSnapshot<>(table, expectedVersion + 1));
  }

  /**
   * Has a listener told of every change from now on: each exactly once, in the order of versions.
   *
   * @param listener is given the snapshots before and after, and the version of the latter
   * @return to be closed when the listener is to be told no more
   */
  public Subscription addListener(ChangeListener<MapSnapshot<K, V>> listener) {
    return ref.addListener(listener);
  }

  private MapSnapshot<K, V> change(UnaryOperator<Table> change) {
    return ref.update(
            seen -> {
              Table next = change.apply(seen.table());
              return next == seen.table() ? seen : new MapSnapshot<>(next, seen.version() + 1);
            })
        .value();
  }

  private static <K, V> Table edited(Table table, Consumer<? super MapEditor<K, V>> change) {
    MapEditor<K, V> editor = new MapEditor<>(table);
    try {
      change.accept(editor);
    } finally {
      editor.end();
    }
    return editor.table();
  }

  @SuppressWarnings("unchecked") // only values of type V are put in
  private @Nullable V value(@Nullable Object found) {
    return (V) found;
  }
}
