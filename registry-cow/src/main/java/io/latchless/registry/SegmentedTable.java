package io.latchless.registry;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Entries in several small arrays, of which a change copies one. */
@SuppressWarnings("NullAway") // it does not tell what an array of arrays has in it
final class SegmentedTable extends Table {
  /*
   * The highest bits of the spread hash say which part a key belongs to; within it the bits below
   * them say the place. There is one part for about four to eight keys, so a change copies a few
   * cache lines whatever the number of keys: a dispatcher that was reading them on another core has
   * few to fetch anew, and a thread that changes what another one has just changed has few to fetch
   * before it can try.
   */

  static final SegmentedTable EMPTY =
      new SegmentedTable(new @Nullable Object[][] {OpenAddressing.NONE}, 0);

  /** Entries that such a table may have. */
  static final int LARGEST = 256;

  private static final int ENTRIES_OF_A_FULL_PART = 8;
  private static final int PART_BITS =
      Integer.numberOfTrailingZeros(LARGEST / ENTRIES_OF_A_FULL_PART);

  private final @Nullable Object[][] parts;
  private final int size;

  private SegmentedTable(@Nullable Object[][] parts, int size) {
    this.parts = parts;
    this.size = size;
  }

  static SegmentedTable of(Table entries) {
    return of(entries, partsFor(entries.size()));
  }

  private static SegmentedTable of(Table entries, int count) {
    int[] sizes = new int[count];
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      sizes[part(count, cursor.key())]++;
    }
    @Nullable Object[][] parts = new @Nullable Object[count][];
    Arrays.setAll(
        parts, at -> sizes[at] == 0 ? OpenAddressing.NONE : OpenAddressing.forEntries(sizes[at]));
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      OpenAddressing.add(parts[part(count, cursor.key())], cursor.key(), cursor.value());
    }
    return new SegmentedTable(parts, entries.size());
  }

  /** A power of two. */
  private static int partsFor(int entries) {
    return Math.max(1, Integer.highestOneBit(2 * entries - 1) / ENTRIES_OF_A_FULL_PART);
  }

  private static int part(int count, Object key) {
    return Hashes.high(key.hashCode()) >>> (Integer.SIZE - PART_BITS) & (count - 1);
  }

  /** All of them. */
  @Nullable Object[][] parts() {
    return parts;
  }

  @Override
  @Nullable Object get(Object key) {
    @Nullable Object[][] all = parts;
    return OpenAddressing.get(all[part(all.length, key)], key);
  }

  @Override
  @Nullable Object storedKey(Object key) {
    return OpenAddressing.storedKey(parts[part(parts.length, key)], key);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    int at = part(parts.length, key);
    @Nullable Object[] before = parts[at];
    @Nullable Object[] after =
        OpenAddressing.with(before, OpenAddressing.size(before), edit, key, value);
    if (after == before) {
      return this;
    }
    return with(at, after, edit.before() == null ? size + 1 : size);
  }

  @Override
  Table remove(Edit edit, Object key) {
    int at = part(parts.length, key);
    @Nullable Object[] before = parts[at];
    @Nullable Object[] after =
        OpenAddressing.without(before, OpenAddressing.size(before), edit, key);
    if (after == before) {
      return this;
    }
    return size == 1 ? EMPTY : with(at, after, size - 1);
  }

  private SegmentedTable with(int at, @Nullable Object[] part, int nextSize) {
    @Nullable Object[][] next = parts.clone();
    next[at] = part;
    SegmentedTable changed = new SegmentedTable(next, nextSize);
    int wanted = partsFor(nextSize);
    // Half as many only at a quarter, so that one key that comes and goes does not move all others.
    return wanted > parts.length || 2 * wanted < parts.length ? of(changed, wanted) : changed;
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    for (@Nullable Object[] part : parts) {
      OpenAddressing.forEach(part, action);
    }
  }

  @Override
  Cursor cursor() {
    return new Walk(parts);
  }

  private static final class Walk implements Cursor {
    private final @Nullable Object[][] parts;
    private int at;
    private Cursor inPart;

    Walk(@Nullable Object[][] parts) {
      this.parts = parts;
      inPart = OpenAddressing.cursor(parts[0]);
    }

    @Override
    public boolean advance() {
      while (!inPart.advance()) {
        at++;
        if (at == parts.length) {
          return false;
        }
        inPart = OpenAddressing.cursor(parts[at]);
      }
      return true;
    }

    @Override
    public Object key() {
      return inPart.key();
    }

    @Override
    public Object value() {
      return inPart.value();
    }
  }
}
