package io.latchless.registry;

import java.util.function.UnaryOperator;

/** Gives a table the form that suits its size and its use: a trie when it is large. */
@SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
enum TableKind {
  /**
   * Of a map. Up to here a lookup is faster than in a trie, or as fast; from about half of it on a
   * change is slower.
   */
  MAP(32, FlatTable::of),

  /**
   * Of handlers by key, which are looked up so much more often than they change that a faster
   * lookup is worth what keys with equal hash codes cost, which up to here are searched one after
   * the other.
   */
  HANDLERS(SegmentedTable.LARGEST, SegmentedTable::of);

  /** Of the tables that are no tries. */
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

  /** Half of the largest, so that one entry that comes and goes does not change the form. */
  Table remove(Table table, Edit edit, Object key) {
    if (!(table instanceof TrieTable) || table.size() - 1 > largest / 2) {
      return table.remove(edit, key);
    }
    // The form first: it takes the hash code of every key, and any of them may throw.
    Table shrunk = small.apply(table);
    Table next = shrunk.remove(edit, key);
    return next == shrunk ? table : next;
  }
}
