package io.latchless.registry;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table of several small segments, of which a change copies one. */
@SuppressWarnings("NullAway") // it does not know the nullness inside an array of arrays
final class SegmentedTable extends Table {
  /*
   * The highest bits of the spread hash select the segment of a key, and the bits below them its
   * place in the segment. There is one segment for about four to eight keys, so a change copies a
   * few cache lines, however many keys there are. A dispatching thread on another core then has few
   * lines to fetch again, and so has a thread that changes the table next.
   */

  static final SegmentedTable EMPTY =
      new SegmentedTable(new @Nullable Object[][] {OpenAddressing.NONE}, 0);

  /** The largest number of entries. */
  static final int LARGEST = 256;

  private static final int ENTRIES_OF_FULL_SEGMENT = 8;
  private static final int SEGMENT_BITS =
      Integer.numberOfTrailingZeros(LARGEST / ENTRIES_OF_FULL_SEGMENT);

  private final @Nullable Object[][] segments;
  private final int size;

  private SegmentedTable(@Nullable Object[][] segments, int size) {
    this.segments = segments;
    this.size = size;
  }

  static SegmentedTable of(Table entries) {
    return of(entries, segmentsFor(entries.size()));
  }

  private static SegmentedTable of(Table entries, int count) {
    int[] sizes = new int[count];
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      sizes[segment(count, cursor.key())]++;
    }
    @Nullable Object[][] segments = new @Nullable Object[count][];
    Arrays.setAll(
        segments,
        at -> sizes[at] == 0 ? OpenAddressing.NONE : OpenAddressing.forEntries(sizes[at]));
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      OpenAddressing.add(segments[segment(count, cursor.key())], cursor.key(), cursor.value());
    }
    return new SegmentedTable(segments, entries.size());
  }

  /** Returns the number of segments for a number of entries, a power of two. */
  private static int segmentsFor(int entries) {
    return Math.max(1, Integer.highestOneBit(2 * entries - 1) / ENTRIES_OF_FULL_SEGMENT);
  }

  private static int segment(int count, Object key) {
    return Hashes.high(key.hashCode()) >>> (Integer.SIZE - SEGMENT_BITS) & (count - 1);
  }

  /** Returns all segments. */
  @Nullable Object[][] segments() {
    return segments;
  }

  @Override
  @Nullable Object get(Object key) {
    @Nullable Object[][] all = segments;
    return OpenAddressing.get(all[segment(all.length, key)], key);
  }

  @Override
  @Nullable Object storedKey(Object key) {
    return OpenAddressing.storedKey(segments[segment(segments.length, key)], key);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    int at = segment(segments.length, key);
    @Nullable Object[] before = segments[at];
    @Nullable Object[] after =
        OpenAddressing.with(before, OpenAddressing.size(before), edit, key, value);
    if (after == before) {
      return this;
    }
    return with(at, after, edit.before() == null ? size + 1 : size);
  }

  @Override
  Table remove(Edit edit, Object key) {
    int at = segment(segments.length, key);
    @Nullable Object[] before = segments[at];
    @Nullable Object[] after =
        OpenAddressing.without(before, OpenAddressing.size(before), edit, key);
    if (after == before) {
      return this;
    }
    return size == 1 ? EMPTY : with(at, after, size - 1);
  }

  private SegmentedTable with(int at, @Nullable Object[] segment, int nextSize) {
    @Nullable Object[][] next = segments.clone();
    next[at] = segment;
    SegmentedTable changed = new SegmentedTable(next, nextSize);
    int wanted = segmentsFor(nextSize);
    // Shrink only at a quarter, so that one key that comes and goes does not move all others.
    return wanted > segments.length || 2 * wanted < segments.length ? of(changed, wanted) : changed;
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    for (@Nullable Object[] segment : segments) {
      OpenAddressing.forEach(segment, action);
    }
  }

  @Override
  Cursor cursor() {
    return new Walk(segments);
  }

  private static final class Walk implements Cursor {
    private final @Nullable Object[][] segments;
    private int at;
    private Cursor inSegment;

    Walk(@Nullable Object[][] segments) {
      this.segments = segments;
      inSegment = OpenAddressing.cursor(segments[0]);
    }

    @Override
    public boolean advance() {
      while (!inSegment.advance()) {
        at++;
        if (at == segments.length) {
          return false;
        }
        inSegment = OpenAddressing.cursor(segments[at]);
      }
      return true;
    }

    @Override
    public Object key() {
      return inSegment.key();
    }

    @Override
    public Object value() {
      return inSegment.value();
    }
  }
}
