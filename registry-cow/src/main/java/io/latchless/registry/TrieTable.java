package io.latchless.registry;

import org.jspecify.annotations.Nullable;

/**
 * Many entries, of whose nodes a change replaces only those on the way to the entry.
 *
 * <p>Source: Michael Steindorfer and Jurgen Vinju, "Optimizing hash-array mapped tries for fast and
 * lean immutable JVM collections" (OOPSLA 2015): CHAMP.
 */
final class TrieTable extends Table {
  private static final int MOST_LEVELS = (Node.LAST_SHIFT / Node.BITS) + 2;

  private final Node root;
  private final int size;

  private TrieTable(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  static TrieTable of(Table entries) {
    Edit edit = Edit.batch();
    Node root = Branch.EMPTY;
    for (Cursor cursor = entries.cursor(); cursor.advance(); ) {
      root = root.put(edit, cursor.key(), Hashes.of(cursor.key()), cursor.value(), 0);
    }
    return new TrieTable(root, entries.size());
  }

  Node root() {
    return root;
  }

  @Override
  @Nullable Object get(Object key) {
    return root.get(key, Hashes.of(key), 0);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  Table put(Edit edit, Object key, Object value) {
    Node next = root.put(edit, key, Hashes.of(key), value, 0);
    boolean added = edit.before() == null;
    return next == root && !added ? this : new TrieTable(next, added ? size + 1 : size);
  }

  @Override
  Table remove(Edit edit, Object key) {
    Node next = root.remove(edit, key, Hashes.of(key), 0);
    if (edit.before() == null) {
      return this;
    }
    TrieTable fewer = new TrieTable(next, size - 1);
    return fewer.size == FlatTable.LARGEST / 2 ? FlatTable.of(fewer) : fewer;
  }

  @Override
  Cursor cursor() {
    return new Walk(root);
  }

  /** Entries of a node first, then its children's. */
  private static final class Walk implements Cursor {
    private final Node[] path = new Node[MOST_LEVELS];
    private final int[] nextChild = new int[MOST_LEVELS];
    private int depth;
    private Node node;
    private int entry = -1;

    Walk(Node root) {
      node = root;
      path[0] = root;
    }

    @Override
    public boolean advance() {
      entry++;
      while (entry >= node.entryCount()) {
        while (nextChild[depth] == path[depth].childCount()) {
          if (depth == 0) {
            return false;
          }
          depth--;
        }
        node = path[depth].child(nextChild[depth]++);
        depth++;
        path[depth] = node;
        nextChild[depth] = 0;
        entry = 0;
      }
      return true;
    }

    @Override
    public Object key() {
      return node.key(entry);
    }

    @Override
    public Object value() {
      return node.value(entry);
    }
  }
}
