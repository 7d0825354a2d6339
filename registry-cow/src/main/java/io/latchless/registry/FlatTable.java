package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table of a few entries in one array, which every change copies. */
final class FlatTable extends Table {
  static final FlatTable EMPTY = new FlatTable(OpenAddressing.NONE, 0);

  private final @Nullable Object[] slots;
  private final int size;

  private FlatTable(@Nullable Object[] slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  static FlatTable of(Table entries) {
    @Nullable Object[] slots = OpenAddressing.forEntries(entries.size());
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      OpenAddressing.add(slots, cursor.key(), cursor.value());
    }
    return new FlatTable(slots, entries.size());
  }

  /** Returns the array, so that a lookup can skip this object, see {@link OpenAddressing#get}. */
  @Nullable Object[] slots() {
    return slots;
  }

  @Override
  @Nullable Object get(Object key) {
    return OpenAddressing.get(slots, key);
  }

  @Override
  @Nullable Object storedKey(Object key) {
    return OpenAddressing.storedKey(slots, key);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    @Nullable Object[] next = OpenAddressing.with(slots, size, edit, key, value);
    return next == slots ? this : new FlatTable(next, edit.before() == null ? size + 1 : size);
  }

  @Override
  Table remove(Edit edit, Object key) {
    @Nullable Object[] next = OpenAddressing.without(slots, size, edit, key);
    if (next == slots) {
      return this;
    }
    return size == 1 ? EMPTY : new FlatTable(next, size - 1);
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    OpenAddressing.forEach(slots, action);
  }

  @Override
  Cursor cursor() {
    return OpenAddressing.cursor(slots);
  }
}
