package io.latchless.registry;

/** Gives a table the form that suits its size. */
final class Forms {
  /**
   * Of flat tables. Up to here a lookup is faster than in a trie, or as fast; from about half of it
   * on a change is slower.
   */
  static final int LARGEST = 32;

  private Forms() {}

  static Table put(Table table, Edit edit, Object key, Object value) {
    Table next = table.put(edit, key, value);
    return next instanceof FlatTable && next.size() > LARGEST ? TrieTable.of(next) : next;
  }

  /** Half of the largest, so that one entry that comes and goes does not change the form. */
  static Table remove(Table table, Edit edit, Object key) {
    Table next = table.remove(edit, key);
    return next instanceof TrieTable && next.size() <= LARGEST / 2 ? FlatTable.of(next) : next;
  }
}
