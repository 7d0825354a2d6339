package io.latchless.registry;

import java.util.function.UnaryOperator;

/** Chooses the kind of table that suits its size and use: a trie when it is large. */
@SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
enum TableKind {
  /**
   * Tables of a map. Up to this size a lookup is at least as fast as in a trie. From about half of
   * it a change is slower.
   */
  MAP(32, FlatTable::of),

  /**
   * Tables of handlers by key. They are read so much more often than changed that a faster lookup
   * justifies its price: up to this size, keys with equal hash codes are searched one after the
   * other.
   */
  HANDLERS(SegmentedTable.LARGEST, SegmentedTable::of);

  /** The largest size of a table that is not a trie. */
  final int largest;

  private final UnaryOperator<Table> small;

  TableKind(int largest, UnaryOperator<Table> small) {
    this.largest = largest;
    this.small = small;
  }

  Table put(Table table, Edit edit, Object key, Object value) {
    Table next = table.put(edit, key, value);
    return next.size() > largest && !(next instanceof TrieTable) ? TrieTable.of(next) : next;
  }

  /**
   * Removes a key. A trie shrinks only at half of the largest size, so that one entry that comes
   * and goes does not change the kind of table.
   */
  Table remove(Table table, Edit edit, Object key) {
    if (!(table instanceof TrieTable) || table.size() - 1 > largest / 2) {
      return table.remove(edit, key);
    }
    // Convert before removing: the conversion calls every key's hashCode, which may throw.
    Table shrunk = small.apply(table);
    Table next = shrunk.remove(edit, key);
    return next == shrunk ? table : next;
  }
}
