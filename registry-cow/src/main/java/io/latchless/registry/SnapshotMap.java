package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.Subscription;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.ThreadsInside;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map that returns an immutable snapshot of all its entries at any time, without copying them.
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
 * <p>Use it for data that is read far more often than changed, or that must be read as a whole. A
 * change copies the nodes between the root and the entry, from 400 to 900 bytes up to a million
 * entries. If no reader needs a consistent view, a {@link java.util.concurrent.ConcurrentHashMap}
 * is faster for lookups and far faster for changes.
 *
 * <p>Functions that are passed to a change run on the thread that makes it, before anything is
 * published. One that blocks delays that change and no other. It may be called again, so it must
 * have no side effects.
 *
 * <p>Such a function may read the map, but not change it: a nested change throws {@link
 * IllegalStateException}. The same holds for a change by a key's {@code equals}, {@code hashCode}
 * or {@code compareTo} that would otherwise make the outer change retry for ever. A function that
 * waits until another thread changes the map makes its own change lose. If it does so at each call,
 * the change never ends.
 *
 * <p>If a function or a key throws, the map is unchanged and the throwable is passed on. This holds
 * for any throwable: an undeclared checked exception, an {@link Error}, a stack overflow in the
 * map's own methods.
 *
 * <p>Keys and values are compared as in {@link java.util.concurrent.ConcurrentHashMap}: first by
 * identity, then by {@code equals} of the object that the caller passed, with the stored object as
 * its argument. The direction matters if {@code equals} is not symmetric, as between {@link
 * java.util.Date} and its subclass {@code Timestamp}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code containsKey}, {@code size}, {@code
 *       snapshot}, {@code version}: wait-free. Changes: lock-free until they are published, apart
 *       from the functions passed to them; a lost compare-and-set pauses a bounded time, see {@link
 *       Backoff}, and the change is tried again; one that names a version has a single attempt.
 *       After publication the thread may run listeners. {@code addListener} is lock-free
 *   <tr><th scope="row">Linearizable<td>yes, every operation; a batch as one operation
 *   <tr><th scope="row">Happens-before<td>the actions of a thread before it changed the map happen
 *       before the actions of another thread after it has seen that change or a later one
 *   <tr><th scope="row">Allocation<td>none in reads; for a change the nodes from the root to the
 *       entry and a snapshot (a batch: the nodes that it touches; {@code replace}: those of all
 *       entries, none of them for a {@link MapSnapshot}), from 400 to 900 bytes up to a million
 *       entries; a change that changes nothing allocates a few hundred bytes at most, whatever the
 *       size
 *   <tr><th scope="row">Complexity<td>{@code get}, {@code put}, {@code remove}: constant, up to
 *       seven steps; {@code removeIf}: one step for each entry, and a {@code remove} for each one
 *       removed; {@code update}: the sum of its steps; {@code replace}: linear, but constant for a
 *       {@link MapSnapshot}. For keys with equal hashes see {@link MapSnapshot}
 *   <tr><th scope="row">Memory<td>about 530 bytes, plus those of a {@link MapSnapshot}
 *   <tr><th scope="row">Null or false means<td>there was no such key; for a conditional change:
 *       nothing was changed
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused
 * @param <V> the type of the values; null is refused
 * @since 0.1.0
 */
public final class SnapshotMap<K, V> {
  private static final Backoff BACKOFF = new Backoff();

  /** After so many losses a key's own methods may be what keeps the change from succeeding. */
  private static final int SUSPICIOUS_LOSSES = 4;

  private static final VarHandle RUNNING =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "running",
          VarHandle.class,
          SnapshotMap.class,
          ThreadsInside.class);

  static {
    // A class whose initializer overflows the stack stays unusable. So the first map initializes
    // all of them, and not a change in a deep recursion.
    Table table = TrieTable.of(FlatTable.EMPTY.put(Edit.single(), "", ""));
    CollisionNode.EMPTY.put(Edit.batch(), "", 0, "", 0);
    TableKind.MAP.remove(table, Edit.single(), "");
  }

  private final SnapshotRef<MapSnapshot<K, V>> ref;

  /**
   * Records the threads that run functions of changes. Null until the first function is passed,
   * which spares most changes the check.
   */
  private volatile @Nullable ThreadsInside running;

  /** Creates an empty map with version 0 that logs what listeners throw. */
  public SnapshotMap() {
    this(ListenerErrorHandler.logging());
  }

  /**
   * Creates an empty map with version 0.
   *
   * @param errors is called for each listener that throws
   */
  public SnapshotMap(ListenerErrorHandler errors) {
    ref = new SnapshotRef<>(new MapSnapshot<>(FlatTable.EMPTY, 0), errors);
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key, whose {@code equals} is called with the stored key
   * @return null if there is none
   */
  public @Nullable V get(K key) {
    return ref.get().get(key);
  }

  /**
   * Returns the value of a key, or another value if there is none.
   *
   * @param key the key, whose {@code equals} is called with the stored key
   * @param other the value to return for an absent key
   * @return one of the two, never null
   */
  public V getOrDefault(K key, V other) {
    requireNonNull(other, "other");
    V present = get(key);
    return present == null ? other : present;
  }

  /**
   * Returns whether a key is present.
   *
   * @param key the key, whose {@code equals} is called with the stored key
   * @return true if it has a value
   */
  public boolean containsKey(K key) {
    return get(key) != null;
  }

  /**
   * Returns the number of entries.
   *
   * @return 0 if the map is empty
   */
  public int size() {
    return ref.get().size();
  }

  /**
   * Returns the number of changes that have been published.
   *
   * @return the version, from 0
   */
  public long version() {
    return ref.get().version();
  }

  /**
   * Returns all entries at this moment.
   *
   * @return an immutable map with its version
   */
  public MapSnapshot<K, V> snapshot() {
    return ref.get();
  }

  /**
   * Sets the value of a key. If an equal key is present, the map keeps that key object.
   *
   * @param key the key
   * @param value the new value; the same object as before publishes nothing
   * @return the previous value, or null
   * @throws IllegalStateException if called within a function that was passed to this map
   */
  public @Nullable V put(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    Edit edit = Edit.single();
    change(table -> TableKind.MAP.put(table, edit, key, value));
    return value(edit.before());
  }

  /**
   * Sets the value of a key if it has none.
   *
   * @param key the key
   * @param value the new value
   * @return the present value, which stays, or null if there was none
   * @throws IllegalStateException if called within a function that was passed to this map
   */
  public @Nullable V putIfAbsent(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    Edit edit = Edit.single();
    change(
        table -> {
          Object present = table.get(key);
          edit.found(present);
          return present == null ? TableKind.MAP.put(table, edit, key, value) : table;
        });
    return value(edit.before());
  }

  /**
   * Computes the value of a key from its present value.
   *
   * @param key the key
   * @param function takes the key and its value, or null, and returns the new value, or null to
   *     remove the key. It runs on the calling thread, again if another change came first, so it
   *     must have no side effects. If it throws, the map is unchanged and the throwable is passed
   *     on
   * @return the new value, or null
   * @throws IllegalStateException if called within a function that was passed to this map; a change
   *     of this map by the function itself also throws it
   */
  public @Nullable V compute(K key, BiFunction<? super K, @Nullable V, @Nullable V> function) {
    requireNonNull(key, "key");
    requireNonNull(function, "function");
    Edit edit = Edit.single();
    @Nullable Object[] computed = new Object[1];
    changeBy(
        table -> {
          V next = function.apply(key, value(table.get(key)));
          computed[0] = next;
          return next == null
              ? TableKind.MAP.remove(table, edit, key)
              : TableKind.MAP.put(table, edit, key, next);
        });
    return value(computed[0]);
  }

  /**
   * Computes and sets the value of a key if it has none. A key that has a value costs a {@link
   * #get}.
   *
   * @param key the key
   * @param function takes the key and returns its value, or null to set none. It runs on the
   *     calling thread, again if another change came first, so it must have no side effects. If it
   *     throws, the map is unchanged and the throwable is passed on
   * @return the present or the computed value, or null if the function returned null
   * @throws IllegalStateException if the key has no value and this is called within a function that
   *     was passed to this map; a change of this map by the function itself also throws it
   */
  public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
    requireNonNull(function, "function");
    V present = get(key);
    if (present != null) {
      return present;
    }
    Edit edit = Edit.single();
    @Nullable Object[] result = new Object[1];
    changeBy(
        table -> {
          Object found = table.get(key);
          Object value = found == null ? function.apply(key) : found;
          result[0] = value;
          return value == found ? table : TableKind.MAP.put(table, edit, key, value);
        });
    return value(result[0]);
  }

  /**
   * Removes a key.
   *
   * @param key the key
   * @return the previous value, or null
   * @throws IllegalStateException if called within a function that was passed to this map
   */
  public @Nullable V remove(K key) {
    requireNonNull(key, "key");
    Edit edit = Edit.single();
    change(table -> TableKind.MAP.remove(table, edit, key));
    return value(edit.before());
  }

  /**
   * Removes all entries that a filter selects, at once. It takes one step for each entry and a
   * {@link #remove} for each match. Without a match it changes and copies nothing.
   *
   * @param filter takes a key and its value, on the calling thread; it runs again if another change
   *     came first. If it throws, the map is unchanged and the throwable is passed on
   * @return how many entries were removed
   * @throws IllegalStateException if called within a function that was passed to this map; a change
   *     of this map by the filter itself also throws it
   */
  public int removeIf(BiPredicate<? super K, ? super V> filter) {
    requireNonNull(filter, "filter");
    int[] removed = new int[1];
    update(editor -> removed[0] = editor.removeIf(filter));
    return removed[0];
  }

  /**
   * Makes several changes that appear at once. If none of them changes anything, it publishes
   * nothing.
   *
   * @param change makes the changes with an editor, which it must not keep. It runs on the calling
   *     thread, again if another change came first, so it must have no side effects. If it throws,
   *     the map is unchanged and the throwable is passed on
   * @return the published snapshot, or the current one if nothing was changed
   * @throws IllegalStateException if called within a function that was passed to this map; a change
   *     by the function that bypasses its editor also throws it
   */
  public MapSnapshot<K, V> update(Consumer<? super MapEditor<K, V>> change) {
    requireNonNull(change, "change");
    return changeBy(table -> edited(table, change));
  }

  /**
   * Makes several changes that appear at once, if the map still has the expected version. If none
   * of them changes anything, it publishes nothing.
   *
   * @param expectedVersion the version that must still be current
   * @param change makes the changes with an editor, which it must not keep. It runs on the calling
   *     thread, at most once. If it throws, the map is unchanged and the throwable is passed on
   * @return false if the version was not current, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   * @throws IllegalStateException if called within a function that was passed to this map; a change
   *     by the function that bypasses its editor also throws it
   */
  public boolean update(long expectedVersion, Consumer<? super MapEditor<K, V>> change) {
    requireNonNull(change, "change");
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireOutsideFunctions();
    MapSnapshot<K, V> seen = ref.get();
    if (seen.version() != expectedVersion) {
      return false;
    }
    Table next = running().applied(table -> edited(table, change), seen.table());
    return next == seen.table()
        ? version() == expectedVersion
        : ref.compareAndSet(expectedVersion, new MapSnapshot<>(next, expectedVersion + 1));
  }

  /**
   * Replaces all entries, if the map still has the expected version.
   *
   * @param expectedVersion the version that must still be current
   * @param entries the new entries, which are copied, except from a {@link MapSnapshot}, which
   *     never changes
   * @return false if the version was not current, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   * @throws IllegalStateException if called within a function that was passed to this map
   */
  @CheckReturnValue
  public boolean replace(long expectedVersion, Map<? extends K, ? extends V> entries) {
    requireNonNull(entries, "entries");
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireOutsideFunctions();
    Table table =
        entries instanceof MapSnapshot<?, ?> snapshot
            ? snapshot.table()
            : edited(FlatTable.EMPTY, editor -> entries.forEach(editor::put));
    return ref.compareAndSet(expectedVersion, new MapSnapshot<>(table, expectedVersion + 1));
  }

  /**
   * Adds a listener for all later changes. It receives each exactly once, in the order of versions.
   *
   * @param listener receives the snapshots before and after a change, and the version of the
   *     latter. It runs on a thread that changes the map, after that change was published, and may
   *     change the map itself. One that does not return delays later deliveries, but no read and no
   *     change
   * @return the registration; close it to remove the listener
   */
  public Subscription addListener(ChangeListener<MapSnapshot<K, V>> listener) {
    return ref.addListener(listener);
  }

  /** Publishes the result of one of the map's own functions, which may call methods of keys. */
  private void change(UnaryOperator<Table> change) {
    requireOutsideFunctions();
    for (int losses = 0; tryChange(change, losses >= SUSPICIOUS_LOSSES) == null; losses++) {
      BACKOFF.pause(losses);
    }
  }

  /** Publishes the result of a function that runs the caller's code. */
  private MapSnapshot<K, V> changeBy(UnaryOperator<Table> change) {
    requireOutsideFunctions();
    for (int losses = 0; ; losses++) {
      MapSnapshot<K, V> changed = tryChange(change, true);
      if (changed != null) {
        return changed;
      }
      BACKOFF.pause(losses);
    }
  }

  /**
   * Tries a change once. Returns the published snapshot, the current one if nothing changed, or
   * null if another change came first.
   */
  private @Nullable MapSnapshot<K, V> tryChange(UnaryOperator<Table> change, boolean isRecorded) {
    MapSnapshot<K, V> seen = ref.get();
    Table before = seen.table();
    Table after = isRecorded ? running().applied(change, before) : change.apply(before);
    if (after == before) {
      return seen;
    }
    MapSnapshot<K, V> next = new MapSnapshot<>(after, seen.version() + 1);
    return ref.compareAndSet(seen.version(), next) ? next : null;
  }

  private void requireOutsideFunctions() {
    ThreadsInside present = running;
    if (present != null && present.hasCurrent()) {
      throw new IllegalStateException("a function that changes this map must not change it itself");
    }
  }

  private ThreadsInside running() {
    ThreadsInside present = running;
    if (present != null) {
      return present;
    }
    ThreadsInside created = new ThreadsInside();
    ThreadsInside other = (ThreadsInside) RUNNING.compareAndExchange(this, null, created);
    return other == null ? created : other;
  }

  private static <K, V> Table edited(Table table, Consumer<? super MapEditor<K, V>> change) {
    MapEditor<K, V> editor = new MapEditor<>(table);
    try {
      change.accept(editor);
    } finally {
      editor.end();
    }
    return editor.result();
  }

  @SuppressWarnings("unchecked") // only values of type V are put in
  private @Nullable V value(@Nullable Object found) {
    return (V) found;
  }
}
