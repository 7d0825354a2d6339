package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.ChangeListener;
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
 * entries; where no reader needs a consistent view, a {@link
 * java.util.concurrent.ConcurrentHashMap} is faster for lookups and far faster for changes.
 *
 * <p>Functions that are given to a change run on the thread that makes it, before anything is
 * published. One that blocks holds back that change and no other. It may be called again, so it
 * must have no side effects. It may read the map, but not change it: such a change throws {@link
 * IllegalStateException}, and so does one by a key's {@code equals}, {@code hashCode} or {@code
 * compareTo} that would have the change tried for ever. A function that waits until another thread
 * changes the map makes its own change lose; if it does so at each call, the change never ends.
 *
 * <p>What a function or a key throws is passed on, and the map is as it was, whatever it is: a
 * checked exception that is not declared, an {@link Error}, a stack overflow in the map's own
 * methods.
 *
 * <p>Keys and values are compared as {@link java.util.concurrent.ConcurrentHashMap} compares them:
 * by identity, and if that fails the one that was asked for is asked whether it {@code equals} the
 * one that is present. That matters where {@code equals} is not symmetric, as that of {@link
 * java.util.Date} and its subclass {@code Timestamp}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code containsKey}, {@code size}, {@code snapshot}, {@code
 *       version}: wait-free. Changes: lock-free until they are published, but for what the functions
 *       given to them do; a lost compare-and-set pauses a bounded time, see {@link Backoff}, and the
 *       change is made again; then the thread may run listeners
 *   <tr><th scope="row">Linearizable<td>yes, every operation; a batch at once
 *   <tr><th scope="row">Happens-before<td>what a thread did before it changed the map happens before what
 *       another does after it has seen that change or a later one
 *   <tr><th scope="row">Allocation<td>none in reads; for a change the nodes from the root to the entry and a
 *       snapshot, from 400 to 900 bytes up to a million entries; a change that changes nothing allocates a
 *       few hundred bytes at most, whatever the size
 *   <tr><th scope="row">Complexity<td>{@code get}, {@code put}, {@code remove}: constant, up to seven steps;
 *       {@code removeIf}: a step for each entry, and a {@code remove} for each one removed; {@code update}:
 *       that of its steps; {@code replace}: linear, and constant if it is given a {@link MapSnapshot}; see
 *       there for keys whose hashes are equal
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
  private static final Backoff BACKOFF = new Backoff();

  /** A change that has lost so often may be one that a key's own methods keep from succeeding. */
  private static final int SUSPICIOUS_LOSSES = 4;

  private static final VarHandle RUNNING =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "running",
          VarHandle.class,
          SnapshotMap.class,
          ThreadsInside.class);

  static {
    // A class whose initializer runs into the end of a stack is lost for good. So all of them are
    // initialized with the first map, and not by a change that a deep recursion makes.
    Table table = TrieTable.of(FlatTable.EMPTY.put(Edit.single(), "", ""));
    CollisionNode.EMPTY.put(Edit.batch(), "", 0, "", 0);
    TableKind.MAP.remove(table, Edit.single(), "");
  }

  private final SnapshotRef<MapSnapshot<K, V>> ref;

  /** Null until the first function is given to the map: most changes look no further. */
  private volatile @Nullable ThreadsInside running;

  /** Creates an empty map at version 0 that logs what listeners throw. */
  public SnapshotMap() {
    this(ListenerErrorHandler.logging());
  }

  /**
   * Creates an empty map at version 0.
   *
   * @param errors is told of listeners that throw
   */
  public SnapshotMap(ListenerErrorHandler errors) {
    ref = new SnapshotRef<>(new MapSnapshot<>(FlatTable.EMPTY, 0), errors);
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key, whose {@code equals} is asked
   * @return its value, or null if there is none
   */
  public @Nullable V get(K key) {
    return ref.get().get(key);
  }

  /**
   * Returns whether there is a key.
   *
   * @param key the key, whose {@code equals} is asked
   * @return true if it has a value
   */
  public boolean containsKey(K key) {
    return get(key) != null;
  }

  /**
   * Returns how many entries there are.
   *
   * @return the number
   */
  public int size() {
    return ref.get().size();
  }

  /**
   * Returns how many changes have been published.
   *
   * @return the version, from 0
   */
  public long version() {
    return ref.get().version();
  }

  /**
   * Returns all entries of this moment.
   *
   * @return them, unmodifiable, with their version
   */
  public MapSnapshot<K, V> snapshot() {
    return ref.get();
  }

  /**
   * Gives a key a value. If an equal key is present, that one stays.
   *
   * @param key the key
   * @param value its value from now on; the very object that it has already publishes nothing
   * @return the value that it had, or null
   * @throws IllegalStateException within a function that was given to this map
   */
  public @Nullable V put(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    Edit edit = Edit.single();
    change(table -> TableKind.MAP.put(table, edit, key, value));
    return value(edit.before());
  }

  /**
   * Gives a key a value if it has none.
   *
   * @param key the key
   * @param value its value from now on, if it had none
   * @return the value that it had and keeps, or null if it had none
   * @throws IllegalStateException within a function that was given to this map
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
   * Makes a key's value from the one that it has.
   *
   * @param key the key
   * @param function is given the key and its value, or null, on the calling thread, and returns the
   *     new value, or null to remove the key; called again when another change came first, so it
   *     must have no side effects; what it throws is passed on and changes nothing
   * @return the new value, or null
   * @throws IllegalStateException within a function that was given to this map; and thrown by each
   *     change of this map that the function makes
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
   * Removes a key.
   *
   * @param key the key
   * @return the value that it had, or null
   * @throws IllegalStateException within a function that was given to this map
   */
  public @Nullable V remove(K key) {
    requireNonNull(key, "key");
    Edit edit = Edit.single();
    change(table -> TableKind.MAP.remove(table, edit, key));
    return value(edit.before());
  }

  /**
   * Removes all entries that a filter selects, at once. Takes one step for each entry and what
   * {@link #remove} takes for each one removed; without a match it changes and copies nothing.
   *
   * @param filter is given key and value, on the calling thread; called again when another change
   *     came first; what it throws is passed on and changes nothing
   * @return how many entries were removed
   * @throws IllegalStateException within a function that was given to this map; and thrown by each
   *     change of this map that the filter makes
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
   * @param change is given an editor, on the calling thread, and must not keep it; called again
   *     when another change came first, so it must have no side effects; what it throws is passed
   *     on and changes nothing; publishes nothing if no step of it has changed anything
   * @return what was published; or the current snapshot if nothing was changed
   * @throws IllegalStateException within a function that was given to this map; and thrown by each
   *     change that the function makes around its editor
   */
  public MapSnapshot<K, V> update(Consumer<? super MapEditor<K, V>> change) {
    requireNonNull(change, "change");
    return changeBy(table -> edited(table, change));
  }

  /**
   * Makes several changes that appear at once, if nothing has changed since a version was read.
   *
   * @param expectedVersion the version that must still be current
   * @param change is given an editor, on the calling thread, and must not keep it; called once at
   *     most; what it throws is passed on and changes nothing; publishes nothing if no step of it
   *     has changed anything
   * @return false if the version has moved on, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   * @throws IllegalStateException within a function that was given to this map; and thrown by each
   *     change that the function makes around its editor
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
   * Replaces all entries by others, if nothing has changed since a version was read.
   *
   * @param expectedVersion the version that must still be current
   * @param entries what the map is to have from now on, copied, but for a {@link MapSnapshot},
   *     which never changes
   * @return false if the version has moved on, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   * @throws IllegalStateException within a function that was given to this map
   */
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
   * Adds a listener for every change from here on: each exactly once, in the order of versions.
   *
   * @param listener is given the snapshots before and after, and the version of the latter; runs on
   *     a thread that changes the map, after its change was published, and may change the map
   *     itself; one that does not return holds back later deliveries, but no read and no change
   * @return ends the registration when closed
   */
  public Subscription addListener(ChangeListener<MapSnapshot<K, V>> listener) {
    return ref.addListener(listener);
  }

  /** Publishes what a function of the map's own makes, which keys may take part in. */
  private void change(UnaryOperator<Table> change) {
    requireOutsideFunctions();
    for (int losses = 0; tryChange(change, losses >= SUSPICIOUS_LOSSES) == null; losses++) {
      BACKOFF.pause(losses);
    }
  }

  /** Publishes what a function of the caller's makes. */
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
   * What was published; the current snapshot if that was not needed; null if another came first.
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
