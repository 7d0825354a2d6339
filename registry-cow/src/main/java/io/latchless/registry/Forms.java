package io.latchless.registry;

/** Gives a table the form that suits its size and its use. */
enum Forms {
  /**
   * Of a map. Up to here a lookup is faster than in a trie, or as fast; from about half of it on a
   * change is slower.
   */
  MAP(32),

  /**
   * Of handlers by key, which are looked up so much more often than they change that a slower
   * change is worth a faster lookup; at the end of it a change copies four kilobytes.
   */
  HANDLERS(FlatTable.LARGEST);

  /** Of flat tables. */
  final int largest;

  Forms(int largest) {
    this.largest = largest;
  }

  Table put(Table table, Edit edit, Object key, Object value) {
    Table next = table.put(edit, key, value);
    return next instanceof FlatTable && next.size() > largest ? TrieTable.of(next) : next;
  }

  /** Half of the largest, so that one entry that comes and goes does not change the form. */
  Table remove(Table table, Edit edit, Object key) {
    Table next = table.remove(edit, key);
    return next instanceof TrieTable && next.size() <= largest / 2 ? FlatTable.of(next) : next;
  }
}
