package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A few entries in one array, copied for every change. */
final class FlatTable extends Table {
  static final FlatTable EMPTY = new FlatTable(Slots.NONE, 0);

  private final @Nullable Object[] slots;
  private final int size;

  private FlatTable(@Nullable Object[] slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  static FlatTable of(Table entries) {
    @Nullable Object[] slots = Slots.forEntries(entries.size());
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      Slots.add(slots, cursor.key(), cursor.value());
    }
    return new FlatTable(slots, entries.size());
  }

  /** What {@link Slots#get} can be given, to spare the way through this object. */
  @Nullable Object[] slots() {
    return slots;
  }

  @Override
  @Nullable Object get(Object key) {
    return Slots.get(slots, key);
  }

  @Override
  @Nullable Object storedKey(Object key) {
    return Slots.storedKey(slots, key);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    @Nullable Object[] next = Slots.with(slots, size, edit, key, value);
    return next == slots ? this : new FlatTable(next, edit.before() == null ? size + 1 : size);
  }

  @Override
  Table remove(Edit edit, Object key) {
    @Nullable Object[] next = Slots.without(slots, size, edit, key);
    if (next == slots) {
      return this;
    }
    return size == 1 ? EMPTY : new FlatTable(next, size - 1);
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    Slots.forEach(slots, action);
  }

  @Override
  Cursor cursor() {
    return Slots.cursor(slots);
  }
}
