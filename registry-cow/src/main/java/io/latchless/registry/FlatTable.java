package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A few entries in one array, found by their hashes, copied for every change. */
final class FlatTable extends Table {
  /*
   * Keys and values in turn; an entry is at the place that its hash names, or at the first one after
   * it that was free. At most half of the places are taken, so a search soon comes to a free one. There
   * are never gaps to be passed over, because a removal puts all entries into a new array.
   */

  static final FlatTable EMPTY = new FlatTable(new Object[2], 0);

  /** Entries that such a table may have. */
  static final int LARGEST = 256;

  /**
   * Leaves the bits that the largest table needs; a smaller one takes the lowest of them. A bit of
   * a product depends on all lower bits of the hash code, so what small tables do not see is only a
   * difference in its highest bits, and they find such keys one after the other.
   */
  private static final int SHIFT = Integer.numberOfLeadingZeros(roomFor(LARGEST) - 1);

  private final @Nullable Object[] slots;
  private final int size;

  private FlatTable(@Nullable Object[] slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  static FlatTable of(Table entries) {
    @Nullable Object[] slots = new Object[roomFor(entries.size())];
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      add(slots, cursor.key(), cursor.value());
    }
    return new FlatTable(slots, entries.size());
  }

  /** What {@link #get(Object[], Object)} can be given, to spare the way through this object. */
  @Nullable Object[] slots() {
    return slots;
  }

  @Override
  @Nullable Object get(Object key) {
    return get(slots, key);
  }

  static @Nullable Object get(@Nullable Object[] table, Object key) {
    for (int at = place(table, key); ; at = next(table, at)) {
      Object present = table[at];
      if (present == null) {
        return null;
      }
      if (present == key || present.equals(key)) {
        return table[at + 1];
      }
    }
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    int at = find(slots, key);
    Object before = slots[at + 1];
    edit.found(before);
    if (before == value) {
      return this;
    }
    if (before != null) {
      @Nullable Object[] next = slots.clone();
      next[at + 1] = value;
      return new FlatTable(next, size);
    }
    @Nullable Object[] next =
        roomFor(size + 1) == slots.length ? slots.clone() : copy(null, size + 1);
    add(next, key, value);
    return new FlatTable(next, size + 1);
  }

  @Override
  Table remove(Edit edit, Object key) {
    int at = find(slots, key);
    edit.found(slots[at + 1]);
    Object present = slots[at];
    if (present == null) {
      return this;
    }
    return size == 1 ? EMPTY : new FlatTable(copy(present, size - 1), size - 1);
  }

  /** All entries but one in an array for so many. */
  private @Nullable Object[] copy(@Nullable Object without, int entries) {
    @Nullable Object[] copy = new Object[roomFor(entries)];
    for (int at = 0; at < slots.length; at += 2) {
      Object key = slots[at];
      Object value = slots[at + 1];
      if (key != null && value != null && key != without) {
        add(copy, key, value);
      }
    }
    return copy;
  }

  private static void add(@Nullable Object[] table, Object key, Object value) {
    int at = find(table, key);
    table[at] = key;
    table[at + 1] = value;
  }

  /** Slots for so many entries: a power of two of places, at least twice as many, two for each. */
  private static int roomFor(int entries) {
    return 4 * Integer.highestOneBit(2 * entries - 1);
  }

  /** Where a key is, or where it would have to be put. */
  private static int find(@Nullable Object[] table, Object key) {
    int at = place(table, key);
    while (table[at] != null && !key.equals(table[at])) {
      at = next(table, at);
    }
    return at;
  }

  private static int place(@Nullable Object[] table, Object key) {
    return Hashes.high(key.hashCode()) >>> SHIFT & table.length - 2;
  }

  private static int next(@Nullable Object[] table, int at) {
    return at + 2 & table.length - 1;
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    for (int at = 0; at < slots.length; at += 2) {
      Object key = slots[at];
      Object value = slots[at + 1];
      if (key != null && value != null) {
        action.accept(key, value);
      }
    }
  }

  @Override
  Cursor cursor() {
    return new Walk(slots);
  }

  private static final class Walk implements Cursor {
    private final @Nullable Object[] slots;
    private int at = -2;

    Walk(@Nullable Object[] slots) {
      this.slots = slots;
    }

    @Override
    public boolean advance() {
      do {
        at += 2;
      } while (at < slots.length && slots[at] == null);
      return at < slots.length;
    }

    @Override
    public Object key() {
      return requireNonNull(slots[at]);
    }

    @Override
    public Object value() {
      return requireNonNull(slots[at + 1]);
    }
  }
}
