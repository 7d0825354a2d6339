package io.latchless.registry;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of many entries. A change replaces only the nodes between the root and the entry.
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
    Edit edit = Edit.exact();
    Node root = BitmapNode.EMPTY;
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
  @Nullable Object storedKey(Object key) {
    return root.storedKey(key, Hashes.of(key), 0);
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
    return new TrieTable(next, size - 1);
  }

  @Override
  void forEach(BiConsumer<Object, Object> action) {
    root.forEach(action);
  }

  @Override
  Cursor cursor() {
    return new Walk(root);
  }

  /** Iterates over a node's own entries first, then over those of its children. */
  private static final class Walk implements Cursor {
    private final Object[][] path = new Object[MOST_LEVELS][];

    /** The number of children still to be visited at each level of the path. */
    private final int[] childrenLeft = new int[MOST_LEVELS];

    private int depth = -1;
    private Object[] slots = {};
    private int at;
    private int end;

    Walk(Node root) {
      enter(root);
    }

    private void enter(Node node) {
      depth++;
      slots = node.slots();
      path[depth] = slots;
      childrenLeft[depth] = node.childCount();
      at = -2;
      end = 2 * node.entryCount();
    }

    @Override
    public boolean advance() {
      at += 2;
      return at < end || advanceToNextNode();
    }

    private boolean advanceToNextNode() {
      do {
        while (childrenLeft[depth] == 0) {
          if (depth == 0) {
            return false;
          }
          depth--;
        }
        Object[] parent = path[depth];
        enter((Node) parent[parent.length - childrenLeft[depth]--]);
        at = 0;
      } while (end == 0);
      return true;
    }

    @Override
    public Object key() {
      return slots[at];
    }

    @Override
    public Object value() {
      return slots[at + 1];
    }
  }
}
