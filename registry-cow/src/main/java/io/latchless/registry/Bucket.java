package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.ParameterizedType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries whose hashes are all the same: an immutable search tree. */
final class Bucket extends Node {
  /*
   * Somebody may choose keys so that all their hashes are equal. If such keys can be compared with each
   * other, finding one takes as many steps as the tree is high. Keys that comparing does not tell apart,
   * or that cannot be compared, are in one node, and that is gone through from end to end: with those
   * the map is as slow as any other. Keys of different classes are ordered by these, and may be equal all
   * the same, as lists are; so where there are several classes, a key that is not found in its place is
   * looked for everywhere.
   *
   * A subtree may be up to three times as heavy as its sibling, empty ones counted as one, else it is
   * turned, once or twice depending on whether its inner half is at least twice as heavy as its outer.
   *
   * Source: Stephen Adams, "Efficient sets: a balancing act" (1993), with the parameters that Yoichi
   * Hirai and Kazuhiko Yamamoto have proved, "Balancing weight-balanced trees" (2011).
   */

  static final Bucket EMPTY = new Bucket(null);

  private static final ClassValue<Boolean> COMPARABLE_WITH_ITSELF =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isComparableWithItself(type);
        }
      };

  private static final int HEAVIER = 3;
  private static final int TURNED_TWICE = 2;

  private final @Nullable Tree root;

  private Bucket(@Nullable Tree root) {
    this.root = root;
  }

  private static final class Tree {
    /** Keys and values in turn, of keys that comparing does not tell apart. */
    private final Object[] entries;

    private final @Nullable Tree lower;
    private final @Nullable Tree higher;

    /** Entries here and below. */
    private final int size;

    /** Whether all keys here and below are of one class. */
    private final boolean isOfOneClass;

    Tree(Object[] entries, @Nullable Tree lower, @Nullable Tree higher) {
      this.entries = entries;
      this.lower = lower;
      this.higher = higher;
      this.size = entries.length / 2 + sizeOf(lower) + sizeOf(higher);
      this.isOfOneClass = isLike(lower) && isLike(higher);
    }

    private boolean isLike(@Nullable Tree other) {
      return other == null || (other.isOfOneClass && other.key().getClass() == key().getClass());
    }

    Object key() {
      return entries[0];
    }

    /** Where a key is among the entries, or -1. */
    int find(Object key) {
      for (int i = 0; i < entries.length; i += 2) {
        if (entries[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  @Override
  @Nullable Object get(Object key, int hash, int shift) {
    Tree tree = treeOf(root, key);
    return tree == null ? null : tree.entries[tree.find(key) + 1];
  }

  /** The tree that has a key at its root, or null. */
  private static @Nullable Tree treeOf(@Nullable Tree root, Object key) {
    for (Tree at = root; at != null; ) {
      int side = compare(key, at.key());
      if (side == 0) {
        if (at.find(key) >= 0) {
          return at;
        }
        break;
      }
      at = side < 0 ? at.lower : at.higher;
    }
    boolean isElsewhere =
        root != null && !(root.isOfOneClass && root.key().getClass() == key.getClass());
    return isElsewhere ? searched(root, key) : null;
  }

  private static @Nullable Tree searched(@Nullable Tree tree, Object key) {
    if (tree == null || tree.find(key) >= 0) {
      return tree;
    }
    Tree lower = searched(tree.lower, key);
    return lower != null ? lower : searched(tree.higher, key);
  }

  /** The key as it is here, under which it has its place, or itself if it is not here. */
  private Object stored(Object key) {
    Tree tree = treeOf(root, key);
    return tree == null ? key : tree.entries[tree.find(key)];
  }

  @Override
  Node put(Edit edit, Object key, int hash, Object value, int shift) {
    Tree next = put(edit, root, stored(key), value);
    return next == root ? this : new Bucket(next);
  }

  private static Tree put(Edit edit, @Nullable Tree tree, Object key, Object value) {
    if (tree == null) {
      edit.found(null);
      return new Tree(new Object[] {key, value}, null, null);
    }
    int side = compare(key, tree.key());
    if (side < 0) {
      Tree lower = put(edit, tree.lower, key, value);
      return lower == tree.lower ? tree : balanced(tree.entries, lower, tree.higher);
    }
    if (side > 0) {
      Tree higher = put(edit, tree.higher, key, value);
      return higher == tree.higher ? tree : balanced(tree.entries, tree.lower, higher);
    }
    int index = tree.find(key);
    Object[] next;
    if (index < 0) {
      edit.found(null);
      next = new Object[tree.entries.length + 2];
      System.arraycopy(tree.entries, 0, next, 0, tree.entries.length);
      next[tree.entries.length] = key;
      next[tree.entries.length + 1] = value;
    } else {
      edit.found(tree.entries[index + 1]);
      if (tree.entries[index + 1] == value) {
        return tree;
      }
      next = tree.entries.clone();
      next[index + 1] = value;
    }
    return balanced(next, tree.lower, tree.higher);
  }

  @Override
  Node remove(Edit edit, Object key, int hash, int shift) {
    edit.found(null);
    Tree next = remove(edit, root, stored(key));
    return next == root ? this : new Bucket(next);
  }

  private static @Nullable Tree remove(Edit edit, @Nullable Tree tree, Object key) {
    if (tree == null) {
      return null;
    }
    int side = compare(key, tree.key());
    if (side < 0) {
      Tree lower = remove(edit, tree.lower, key);
      return lower == tree.lower ? tree : balanced(tree.entries, lower, tree.higher);
    }
    if (side > 0) {
      Tree higher = remove(edit, tree.higher, key);
      return higher == tree.higher ? tree : balanced(tree.entries, tree.lower, higher);
    }
    int index = tree.find(key);
    if (index < 0) {
      return tree;
    }
    edit.found(tree.entries[index + 1]);
    if (tree.entries.length == 2) {
      return joined(tree.lower, tree.higher);
    }
    Object[] next = new Object[tree.entries.length - 2];
    System.arraycopy(tree.entries, 0, next, 0, index);
    System.arraycopy(tree.entries, index + 2, next, index, next.length - index);
    return balanced(next, tree.lower, tree.higher);
  }

  private static @Nullable Tree joined(@Nullable Tree lower, @Nullable Tree higher) {
    if (lower == null) {
      return higher;
    }
    if (higher == null) {
      return lower;
    }
    return balanced(lowest(higher).entries, lower, withoutLowest(higher));
  }

  private static Tree lowest(Tree tree) {
    Tree at = tree;
    while (at.lower != null) {
      at = at.lower;
    }
    return at;
  }

  private static @Nullable Tree withoutLowest(Tree tree) {
    return tree.lower == null
        ? tree.higher
        : balanced(tree.entries, withoutLowest(tree.lower), tree.higher);
  }

  private static Tree balanced(Object[] entries, @Nullable Tree lower, @Nullable Tree higher) {
    if (higher != null && weight(higher) > HEAVIER * weight(lower)) {
      if (weight(higher.lower) < TURNED_TWICE * weight(higher.higher)) {
        return new Tree(higher.entries, new Tree(entries, lower, higher.lower), higher.higher);
      }
      Tree middle = requireNonNull(higher.lower);
      return new Tree(
          middle.entries,
          new Tree(entries, lower, middle.lower),
          new Tree(higher.entries, middle.higher, higher.higher));
    }
    if (lower != null && weight(lower) > HEAVIER * weight(higher)) {
      if (weight(lower.higher) < TURNED_TWICE * weight(lower.lower)) {
        return new Tree(lower.entries, lower.lower, new Tree(entries, lower.higher, higher));
      }
      Tree middle = requireNonNull(lower.higher);
      return new Tree(
          middle.entries,
          new Tree(lower.entries, lower.lower, middle.lower),
          new Tree(entries, middle.higher, higher));
    }
    return new Tree(entries, lower, higher);
  }

  private static int weight(@Nullable Tree tree) {
    return sizeOf(tree) + 1;
  }

  private static int sizeOf(@Nullable Tree tree) {
    return tree == null ? 0 : tree.size;
  }

  @Override
  int entryCount() {
    return sizeOf(root);
  }

  @Override
  int childCount() {
    return 0;
  }

  @Override
  Object[] slots() {
    Object[] slots = new Object[2 * sizeOf(root)];
    copy(root, slots, 0);
    return slots;
  }

  /** As deep as the tree is high, which is a few times the logarithm of its size. */
  private static int copy(@Nullable Tree tree, Object[] slots, int from) {
    if (tree == null) {
      return from;
    }
    int at = copy(tree.lower, slots, from);
    System.arraycopy(tree.entries, 0, slots, at, tree.entries.length);
    return copy(tree.higher, slots, at + tree.entries.length);
  }

  /** An order of all objects; 0 means that it knows none between these two. */
  private static int compare(Object a, Object b) {
    Class<?> type = a.getClass();
    if (type != b.getClass()) {
      int byName = type.getName().compareTo(b.getClass().getName());
      return byName != 0
          ? byName
          : Integer.compare(System.identityHashCode(type), System.identityHashCode(b.getClass()));
    }
    return COMPARABLE_WITH_ITSELF.get(type) ? compareEqualTypes(a, b) : 0;
  }

  @SuppressWarnings("unchecked") // its type is comparable with itself
  private static int compareEqualTypes(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  private static boolean isComparableWithItself(Class<?> type) {
    return Stream.of(type.getGenericInterfaces())
        .anyMatch(
            each ->
                each instanceof ParameterizedType comparable
                    && comparable.getRawType() == Comparable.class
                    && comparable.getActualTypeArguments()[0] == type);
  }
}
