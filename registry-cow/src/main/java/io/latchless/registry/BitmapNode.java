package io.latchless.registry;

import org.jspecify.annotations.Nullable;

/** A node whose entries and children are selected by five bits of the hash. */
final class BitmapNode extends Node {
  /*
   * BITMAPS. Five bits of a hash have 32 values, and each value has one bit in the two bitmaps. It
   * is set in entries if a single entry has that value; the entry is in this node. It is set in
   * children if several entries have that value; they are in a node of their own.
   *
   * SLOTS. Keys and values alternate from the front in the order of their bits. Children are at the
   * back, with the lowest bit last. So the distance from either end is the number of lower bits set
   * in the bitmap.
   *
   *     entries  = 0b0100_0100      children = 0b0001_0010
   *
   *     slots    [ key  value | key  value | child  child ]
   *        bit      2             6            4      1
   *
   * CANONICAL SHAPE. Below the root there is no node with one entry and nothing else: the entry is
   * in the node above. So tries with equal contents have equal shapes, whatever changes led there.
   * Collision nodes are the exception.
   */

  static final BitmapNode EMPTY = new BitmapNode(null, 0, 0, new Object[0]);

  private final @Nullable Object owner;
  private int entries;
  private int children;
  private Object[] slots;

  private BitmapNode(@Nullable Object owner, int entries, int children, Object[] slots) {
    this.owner = owner;
    this.entries = entries;
    this.children = children;
    this.slots = slots;
  }

  @Override
  @Nullable Object get(Object key, int hash, int shift) {
    BitmapNode node = this;
    for (int level = shift; ; level += BITS) {
      int bit = bit(hash, level);
      if ((node.entries & bit) != 0) {
        int at = node.entryIndex(bit);
        Object[] found = node.slots;
        return isSame(key, found[at]) ? found[at + 1] : null;
      }
      if ((node.children & bit) == 0) {
        return null;
      }
      Node child = (Node) node.slots[node.childIndex(bit)];
      if (!(child instanceof BitmapNode next)) {
        return child.get(key, hash, level + BITS);
      }
      node = next;
    }
  }

  @Override
  @Nullable Object storedKey(Object key, int hash, int shift) {
    int bit = bit(hash, shift);
    if ((entries & bit) != 0) {
      Object present = slots[entryIndex(bit)];
      return isSame(key, present) ? present : null;
    }
    return (children & bit) == 0 ? null : childOf(bit).storedKey(key, hash, shift + BITS);
  }

  @Override
  Node put(Edit edit, Object key, int hash, Object value, int shift) {
    int bit = bit(hash, shift);
    if ((entries & bit) != 0) {
      int at = entryIndex(bit);
      Object present = slots[at];
      Object before = slots[at + 1];
      if (edit.isSame(key, present)) {
        edit.found(before);
        return before == value ? this : withSlot(edit, at + 1, value);
      }
      edit.found(null);
      return withChildForEntry(
          edit,
          bit,
          pair(edit, present, Hashes.of(present), before, key, hash, value, shift + BITS));
    }
    if ((children & bit) != 0) {
      int at = childIndex(bit);
      Node child = (Node) slots[at];
      Node next = child.put(edit, key, hash, value, shift + BITS);
      return next == child ? this : withSlot(edit, at, next);
    }
    edit.found(null);
    return withEntry(edit, bit, key, value);
  }

  @Override
  Node remove(Edit edit, Object key, int hash, int shift) {
    int bit = bit(hash, shift);
    if ((entries & bit) != 0) {
      int at = entryIndex(bit);
      if (edit.isSame(key, slots[at])) {
        edit.found(slots[at + 1]);
        return withoutEntry(edit, bit);
      }
    } else if ((children & bit) != 0) {
      int at = childIndex(bit);
      Node child = (Node) slots[at];
      Node next = child.remove(edit, key, hash, shift + BITS);
      if (edit.before() == null) {
        return this;
      }
      if (next.isSingleEntry()) {
        return withEntryForChild(edit, bit, next.slots()[0], next.slots()[1]);
      }
      return next == child ? this : withSlot(edit, at, next);
    }
    edit.found(null);
    return this;
  }

  @Override
  int entryCount() {
    return Integer.bitCount(entries);
  }

  @Override
  int childCount() {
    return Integer.bitCount(children);
  }

  @Override
  Object[] slots() {
    return slots;
  }

  /** Returns the bitmap of the children. */
  int children() {
    return children;
  }

  /** Returns the child of one bit in {@link #children}. */
  Node childOf(int bit) {
    return (Node) slots[childIndex(bit)];
  }

  private static int indexOf(int map, int bit) {
    return Integer.bitCount(map & bit - 1);
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift);
  }

  private static boolean isSame(Object key, Object present) {
    return key == present || key.equals(present);
  }

  private int entryIndex(int bit) {
    return 2 * indexOf(entries, bit);
  }

  private int childIndex(int bit) {
    return slots.length - 1 - indexOf(children, bit);
  }

  /** Returns a node with two entries. */
  private static Node pair(
      Edit edit,
      Object key1,
      int hash1,
      Object value1,
      Object key2,
      int hash2,
      Object value2,
      int shift) {
    return shift > LAST_SHIFT
        ? CollisionNode.EMPTY
            .put(edit, key1, hash1, value1, shift)
            .put(edit, key2, hash2, value2, shift)
        : EMPTY.put(edit, key1, hash1, value1, shift).put(edit, key2, hash2, value2, shift);
  }

  private BitmapNode withSlot(Edit edit, int at, Object content) {
    if (edit.owns(owner)) {
      slots[at] = content;
      return this;
    }
    Object[] next = slots.clone();
    next[at] = content;
    return new BitmapNode(edit.token, entries, children, next);
  }

  private BitmapNode withEntry(Edit edit, int bit, Object key, Object value) {
    int at = entryIndex(bit);
    Object[] next = new Object[slots.length + 2];
    System.arraycopy(slots, 0, next, 0, at);
    next[at] = key;
    next[at + 1] = value;
    System.arraycopy(slots, at, next, at + 2, slots.length - at);
    return changed(edit, entries | bit, children, next);
  }

  private BitmapNode withoutEntry(Edit edit, int bit) {
    int at = entryIndex(bit);
    Object[] next = new Object[slots.length - 2];
    System.arraycopy(slots, 0, next, 0, at);
    System.arraycopy(slots, at + 2, next, at, next.length - at);
    return changed(edit, entries & ~bit, children, next);
  }

  private BitmapNode withChildForEntry(Edit edit, int bit, Node child) {
    int from = entryIndex(bit);
    int behind = indexOf(children, bit);
    Object[] next = new Object[slots.length - 1];
    int to = next.length - 1 - behind;
    System.arraycopy(slots, 0, next, 0, from);
    System.arraycopy(slots, from + 2, next, from, to - from);
    next[to] = child;
    System.arraycopy(slots, to + 2, next, to + 1, behind);
    return changed(edit, entries & ~bit, children | bit, next);
  }

  private BitmapNode withEntryForChild(Edit edit, int bit, Object key, Object value) {
    int from = childIndex(bit);
    int to = entryIndex(bit);
    Object[] next = new Object[slots.length + 1];
    System.arraycopy(slots, 0, next, 0, to);
    next[to] = key;
    next[to + 1] = value;
    System.arraycopy(slots, to, next, to + 2, from - to);
    System.arraycopy(slots, from + 1, next, from + 2, slots.length - from - 1);
    return changed(edit, entries | bit, children & ~bit, next);
  }

  private BitmapNode changed(Edit edit, int nextEntries, int nextChildren, Object[] nextSlots) {
    if (!edit.owns(owner)) {
      return new BitmapNode(edit.token, nextEntries, nextChildren, nextSlots);
    }
    entries = nextEntries;
    children = nextChildren;
    slots = nextSlots;
    return this;
  }
}
