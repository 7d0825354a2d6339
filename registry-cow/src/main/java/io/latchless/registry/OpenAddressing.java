package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few entries in one array that is never changed once it is made, found by their hashes.
 *
 * <p>Source: Donald Knuth, The Art of Computer Programming 3, section 6.4: open addressing with
 * linear probing.
 */
final class OpenAddressing {
  /*
   * Keys and values in turn; an entry is at the place that its hash names, or at the first one after
   * it that was free. At most half of the places are taken, so a search soon comes to a free one. There
   * are never gaps to be passed over, because a removal puts all entries into a new array.
   */

  /** Without entries. */
  static final @Nullable Object[] NONE = new Object[2];

  /** Entries that such an array may have. */
  static final int MOST = 256;

  /**
   * Leaves the bits that the largest array needs; a smaller one takes the lowest of them. A bit of
   * a product depends on all lower bits of the hash code, so what small ones do not see is only a
   * difference in its highest bits, and they find such keys one after the other.
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

  /** The key that is present and that a key equals, or null. */
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
   * With a value for a key; itself if the key has that very value. The edit is told of the value
   * before.
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

  /** Without a key; itself if it has not got it. The edit is told of the value before. */
  static @Nullable Object[] without(@Nullable Object[] slots, int size, Edit edit, Object key) {
    int at = find(slots, edit, key);
    edit.found(slots[at + 1]);
    Object present = slots[at];
    if (present == null) {
      return slots;
    }
    return size == 1 ? NONE : copy(slots, present, size - 1);
  }

  /** All entries but one in an array for so many. */
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

  /** An array for so many entries, to be filled before another thread sees it. */
  static @Nullable Object[] forEntries(int entries) {
    return new Object[roomFor(entries)];
  }

  /**
   * Adds an entry to an array that has room for it and that no other thread has seen yet. The key
   * is not there, so no key is asked whether it equals another.
   */
  static void add(@Nullable Object[] slots, Object key, Object value) {
    int at = place(slots, key);
    while (slots[at] != null) {
      at = next(slots, at);
    }
    slots[at] = key;
    slots[at + 1] = value;
  }

  /** How many entries there are. */
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
   * OpenAddressing for so many entries: a power of two of places, at least twice as many, two for
   * each.
   */
  private static int roomFor(int entries) {
    return 4 * Integer.highestOneBit(2 * entries - 1);
  }

  /** Where a key is, or where it would have to be put. */
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

  /** At the first entry's front. */
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
