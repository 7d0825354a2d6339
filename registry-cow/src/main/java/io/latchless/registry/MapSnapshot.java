package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a {@link SnapshotMap} at one moment: an immutable {@link Map} with the version
 * under which it was published.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number; immutable
 *   <tr><th scope="row">Progress<td>wait-free, all operations
 *   <tr><th scope="row">Linearizable<td>immutable
 *   <tr><th scope="row">Happens-before<td>the actions of a thread before it put an entry in happen
 *       before the actions of another thread with a snapshot that contains the entry
 *   <tr><th scope="row">Allocation<td>none in {@code get}, {@code containsKey}, {@code size},
 *       {@code forEach}; elsewhere a view, its iterator, and one object per entry that the iterator
 *       returns
 *   <tr><th scope="row">Complexity<td>{@code get}: constant, up to seven steps; among more than 32
 *       keys with the same hash: logarithmic if they are of one class that is {@link Comparable}
 *       with itself, else linear; {@code containsValue}, {@code equals}, {@code hashCode}: linear
 *   <tr><th scope="row">Equality<td>{@code equals} is called on the key or value that is looked
 *       for, with the stored one as its argument. Among more than 32 keys with the same hash, equal
 *       keys must not compare as different; a {@link Comparable#compareTo compareTo} that throws
 *       counts as undecided
 *   <tr><th scope="row">Changes<td>all methods, views, iterators and entries refuse them with
 *       {@link UnsupportedOperationException}, even those that would change nothing
 *   <tr><th scope="row">Order<td>by mixed hash, unrelated to insertion order; the same for each
 *       iteration over one snapshot, but not to be relied on between snapshots
 *   <tr><th scope="row">Memory<td>from 17 to 28 bytes an entry, without keys and values; parts that
 *       it shares with other snapshots exist once
 *   <tr><th scope="row">Null means<td>{@code get}: there is no such key; neither keys nor values
 *       are null
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change
 * @param <V> the type of the values
 * @since 0.1.0
 */
@CheckReturnValue
public final class MapSnapshot<K, V> extends AbstractMap<K, V> {
  private final Table table;

  /** The slots of a flat table, which saves a lookup one load and one class check; else null. */
  private final @Nullable Object @Nullable [] slots;

  private final long version;

  MapSnapshot(Table table, long version) {
    this.table = table;
    this.slots = table instanceof FlatTable flat ? flat.slots() : null;
    this.version = version;
  }

  Table table() {
    return table;
  }

  /**
   * Returns how many changes had been published, including the one that made this snapshot.
   *
   * @return the version, from 0 for the initial empty map
   */
  public long version() {
    return version;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of type V are put in
  public @Nullable V get(@Nullable Object key) {
    requireNonNull(key, "key");
    return (V) (slots != null ? OpenAddressing.get(slots, key) : table.get(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  /**
   * Returns whether a value is present. Compares by identity, then by {@code equals} of the value
   * that is looked for.
   */
  @Override
  public boolean containsValue(@Nullable Object value) {
    requireNonNull(value, "value");
    for (Table.Cursor cursor = table.cursor(); cursor.advance(); ) {
      if (value == cursor.value() || value.equals(cursor.value())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
  public void forEach(BiConsumer<? super K, ? super V> action) {
    requireNonNull(action, "action");
    table.forEach((BiConsumer<Object, Object>) action);
  }

  @Override
  public Set<K> keySet() {
    return new Keys();
  }

  @Override
  public Collection<V> values() {
    return Collections.unmodifiableCollection(super.values());
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public V put(K key, V value) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V replace(K key, V value) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public boolean replace(K key, V expected, V value) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public @Nullable V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public V remove(@Nullable Object key) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public boolean remove(@Nullable Object key, @Nullable Object value) {
    throw refusal();
  }

  /** Always throws {@link UnsupportedOperationException}. */
  @Override
  public void clear() {
    throw refusal();
  }

  private static UnsupportedOperationException refusal() {
    return new UnsupportedOperationException("a snapshot never changes");
  }

  /** A view of the keys or of the entries. */
  private abstract class View<E> extends AbstractSet<E> {
    /** Returns the element for the entry at the cursor. */
    abstract E at(Table.Cursor cursor);

    @Override
    public int size() {
      return table.size();
    }

    @Override
    public Iterator<E> iterator() {
      return new Iterator<>() {
        private final Table.Cursor cursor = table.cursor();
        private boolean more = cursor.advance();

        @Override
        public boolean hasNext() {
          return more;
        }

        @Override
        public E next() {
          if (!more) {
            throw new NoSuchElementException("the iterator is at the end");
          }
          E next = at(cursor);
          more = cursor.advance();
          return next;
        }
      };
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
      throw refusal();
    }

    @Override
    public boolean remove(@Nullable Object element) {
      throw refusal();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
      throw refusal();
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
      throw refusal();
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
      throw refusal();
    }

    @Override
    public void clear() {
      throw refusal();
    }
  }

  private final class Keys extends View<K> {
    @Override
    public boolean contains(@Nullable Object key) {
      return containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // only keys of type K are put in
    K at(Table.Cursor cursor) {
      return (K) cursor.key();
    }
  }

  private final class Entries extends View<Map.Entry<K, V>> {
    @Override
    public boolean contains(@Nullable Object object) {
      if (!(object instanceof Map.Entry<?, ?> entry)
          || entry.getKey() == null
          || entry.getValue() == null) {
        return false;
      }
      Object stored = table.get(entry.getKey());
      return stored != null && (entry.getValue() == stored || entry.getValue().equals(stored));
    }

    @Override
    @SuppressWarnings("unchecked") // only keys of type K and values of type V are put in
    Map.Entry<K, V> at(Table.Cursor cursor) {
      return Map.entry((K) cursor.key(), (V) cursor.value());
    }
  }
}
