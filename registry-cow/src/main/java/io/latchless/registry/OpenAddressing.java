package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable open-addressed hash table of a few entries, as an array.
 *
 * <p>Source: Donald Knuth, The Art of Computer Programming 3, section 6.4: open addressing with
 * linear probing.
 */
final class OpenAddressing {
  /*
   * Keys and values alternate. An entry is at the place that its hash gives, or at the first free
   * one after it. At most half of the places are taken, so a search soon reaches a free one. There
   * are no tombstones, because a removal puts all other entries into a new array.
   */

  /** The empty table. */
  static final @Nullable Object[] NONE = new Object[2];

  /** The largest number of entries. */
  static final int MOST = 256;

  /**
   * Leaves the bits that the largest array needs; a smaller array takes the lowest of them. Each
   * bit of the product depends on all lower bits of the hash code. So a small array misses only
   * differences in the highest bits, and searches such keys one after the other.
   */
  private static final int SHIFT = Integer.numberOfLeadingZeros(roomFor(MOST) - 1);

  private OpenAddressing() {}

  static @Nullable Object get(@Nullable Object[] slots, Object key) {
    for (int at = place(slots, key); ; at = next(slots, at)) {
      Object present = slots[at];
      if (present == null) {
        return null;
      }
      if (present == key || key.equals(present)) {
        return slots[at + 1];
      }
    }
  }

  /** Returns the stored key that a given key equals, or null. */
  static @Nullable Object storedKey(@Nullable Object[] slots, Object key) {
    int at = place(slots, key);
    for (Object present = slots[at]; present != null; present = slots[at]) {
      if (present == key || key.equals(present)) {
        return present;
      }
      at = next(slots, at);
    }
    return null;
  }

  /**
   * Returns the table with a value for a key; itself if the key has that very value. Records the
   * previous value in the edit.
   */
  static @Nullable Object[] with(
      @Nullable Object[] slots, int size, Edit edit, Object key, Object value) {
    int at = find(slots, edit, key);
    Object before = slots[at + 1];
    edit.found(before);
    if (before == value) {
      return slots;
    }
    if (before != null) {
      @Nullable Object[] next = slots.clone();
      next[at + 1] = value;
      return next;
    }
    @Nullable Object[] next =
        roomFor(size + 1) == slots.length ? slots.clone() : copy(slots, null, size + 1);
    add(next, key, value);
    return next;
  }

  /**
   * Returns the table without a key; itself if the key is absent. Records the previous value in the
   * edit.
   */
  static @Nullable Object[] without(@Nullable Object[] slots, int size, Edit edit, Object key) {
    int at = find(slots, edit, key);
    edit.found(slots[at + 1]);
    Object present = slots[at];
    if (present == null) {
      return slots;
    }
    return size == 1 ? NONE : copy(slots, present, size - 1);
  }

  /** Copies all entries except one key to an array for a given number of entries. */
  private static @Nullable Object[] copy(
      @Nullable Object[] slots, @Nullable Object without, int entries) {
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

  /** Returns an empty array for a given number of entries, to be filled before it is published. */
  static @Nullable Object[] forEntries(int entries) {
    return new Object[roomFor(entries)];
  }

  /**
   * Adds an entry to an unpublished array that has room for it. The key must be absent, so {@code
   * equals} is not called.
   */
  static void add(@Nullable Object[] slots, Object key, Object value) {
    int at = place(slots, key);
    while (slots[at] != null) {
      at = next(slots, at);
    }
    slots[at] = key;
    slots[at + 1] = value;
  }

  /** Counts the entries. */
  static int size(@Nullable Object[] slots) {
    int size = 0;
    for (int at = 0; at < slots.length; at += 2) {
      if (slots[at] != null) {
        size++;
      }
    }
    return size;
  }

  /**
   * Returns the array length for a number of entries. There are at least twice as many places, a
   * power of two, and each takes two slots.
   */
  private static int roomFor(int entries) {
    return 4 * Integer.highestOneBit(2 * entries - 1);
  }

  /** Returns the index of a key, or the index where it would be added. */
  private static int find(@Nullable Object[] slots, Edit edit, Object key) {
    int at = place(slots, key);
    for (Object present = slots[at]; present != null; present = slots[at]) {
      if (edit.isSame(key, present)) {
        break;
      }
      at = next(slots, at);
    }
    return at;
  }

  private static int place(@Nullable Object[] slots, Object key) {
    return Hashes.high(key.hashCode()) >>> SHIFT & slots.length - 2;
  }

  private static int next(@Nullable Object[] slots, int at) {
    return at + 2 & slots.length - 1;
  }

  static void forEach(@Nullable Object[] slots, BiConsumer<Object, Object> action) {
    for (int at = 0; at < slots.length; at += 2) {
      Object key = slots[at];
      Object value = slots[at + 1];
      if (key != null && value != null) {
        action.accept(key, value);
      }
    }
  }

  /** Returns a cursor before the first entry. */
  static Table.Cursor cursor(@Nullable Object[] slots) {
    return new Walk(slots);
  }

  private static final class Walk implements Table.Cursor {
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
