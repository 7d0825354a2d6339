package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.ParameterizedType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node for entries whose hashes are all equal: two immutable search trees. */
final class CollisionNode extends Node {
  /*
   * An attacker may choose keys with equal hashes. Only equals tells such keys apart. Their order
   * is a hint where to search first, as in the tree bins of ConcurrentHashMap.
   *
   * ORDERED AND UNORDERED KEYS. The ordered tree holds keys of one class that is Comparable with
   * itself, lower keys to the left. The unordered tree holds all other keys: those of other
   * classes, and those whose comparison threw when they were added. A lookup that does not find its
   * key in the ordered tree searches all of the unordered tree.
   *
   * WHEN A LOOKUP FOLLOWS THE ORDER. It turns left or right in the ordered tree if its key is of
   * the tree's class and the comparison is decisive. It searches both sides where the comparison
   * returns 0 or throws. It searches all of the tree in two cases:
   *
   *   - The key is of another class. It may equal one of these keys nevertheless, as lists do.
   *   - There are at most FEW entries, so that equals alone finds a key soon enough.
   *
   * So up to FEW entries the order may contradict equals. Above that, two keys that are equal must
   * not compare as different.
   *
   * BALANCE. The weight of a tree is its size plus one. A subtree may weigh up to three times as
   * much as its sibling; otherwise it is rotated. The rotation is double if the inner half weighs
   * at least twice as much as the outer half.
   *
   * Source: Stephen Adams, "Efficient sets: a balancing act" (1993), with the parameters that
   * Yoichi Hirai and Kazuhiko Yamamoto have proved, "Balancing weight-balanced trees" (2011).
   */

  static final CollisionNode EMPTY = new CollisionNode(null, null);

  /** Up to this number of entries a lookup ignores the order. */
  static final int FEW = 32;

  private static final ClassValue<Boolean> COMPARABLE_WITH_ITSELF =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isComparableWithItself(type);
        }
      };

  private static final int MAX_WEIGHT_RATIO = 3;
  private static final int DOUBLE_ROTATION_RATIO = 2;

  private final @Nullable Tree ordered;
  private final @Nullable Tree unordered;

  private CollisionNode(@Nullable Tree ordered, @Nullable Tree unordered) {
    this.ordered = ordered;
    this.unordered = unordered;
  }

  private static final class Tree {
    private final Object key;
    private final Object value;
    private final @Nullable Tree lower;
    private final @Nullable Tree higher;

    /** The number of entries here and below. */
    private final int size;

    Tree(Object key, Object value, @Nullable Tree lower, @Nullable Tree higher) {
      this.key = key;
      this.value = value;
      this.lower = lower;
      this.higher = higher;
      this.size = 1 + sizeOf(lower) + sizeOf(higher);
    }
  }

  @Override
  @Nullable Object get(Object key, int hash, int shift) {
    Tree found = find(key);
    return found == null ? null : found.value;
  }

  @Override
  @Nullable Object storedKey(Object key, int hash, int shift) {
    Tree found = find(key);
    return found == null ? null : found.key;
  }

  private @Nullable Tree find(Object key) {
    Tree found = find(ordered, key, canFollowOrder(key));
    return found != null ? found : find(unordered, key, false);
  }

  private static @Nullable Tree find(@Nullable Tree tree, Object key, boolean followsOrder) {
    for (Tree at = tree; at != null; ) {
      if (key == at.key || key.equals(at.key)) {
        return at;
      }
      int side = followsOrder ? hint(key, at.key) : 0;
      if (side == 0) {
        Tree found = find(at.lower, key, followsOrder);
        if (found != null) {
          return found;
        }
      }
      at = side < 0 ? at.lower : at.higher;
    }
    return null;
  }

  private boolean canFollowOrder(Object key) {
    return ordered != null && entryCount() > FEW && ordered.key.getClass() == key.getClass();
  }

  @Override
  Node put(Edit edit, Object key, int hash, Object value, int shift) {
    CollisionNode next = changed(edit, key, value);
    return edit.before() == null ? with(key, value) : next;
  }

  @Override
  Node remove(Edit edit, Object key, int hash, int shift) {
    return changed(edit, key, null);
  }

  /**
   * Returns the node with the value of a present key replaced, or with the key removed if the value
   * is null; itself if the key is absent.
   */
  private CollisionNode changed(Edit edit, Object key, @Nullable Object value) {
    edit.found(null);
    Tree nextOrdered = changed(edit, ordered, key, value, canFollowOrder(key));
    if (edit.isExact && edit.before() == null) {
      nextOrdered = changed(edit, ordered, key, value, false);
    }
    Tree nextUnordered =
        edit.before() == null ? changed(edit, unordered, key, value, false) : unordered;
    return nextOrdered == ordered && nextUnordered == unordered
        ? this
        : new CollisionNode(nextOrdered, nextUnordered);
  }

  private static @Nullable Tree changed(
      Edit edit, @Nullable Tree tree, Object key, @Nullable Object value, boolean followsOrder) {
    if (tree == null) {
      return null;
    }
    if (edit.isSame(key, tree.key)) {
      edit.found(tree.value);
      if (value == null) {
        return joined(tree.lower, tree.higher);
      }
      return value == tree.value ? tree : new Tree(tree.key, value, tree.lower, tree.higher);
    }
    int side = followsOrder ? hint(key, tree.key) : 0;
    if (side <= 0) {
      Tree lower = changed(edit, tree.lower, key, value, followsOrder);
      if (lower != tree.lower) {
        return balanced(tree, lower, tree.higher);
      }
    }
    if (side >= 0 && edit.before() == null) {
      Tree higher = changed(edit, tree.higher, key, value, followsOrder);
      if (higher != tree.higher) {
        return balanced(tree, tree.lower, higher);
      }
    }
    return tree;
  }

  /** Returns the node with a key added that was absent. */
  private CollisionNode with(Object key, Object value) {
    if (COMPARABLE_WITH_ITSELF.get(key.getClass())
        && (ordered == null || ordered.key.getClass() == key.getClass())) {
      try {
        return new CollisionNode(with(ordered, key, value, true), unordered);
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable incomparable) {
        return new CollisionNode(ordered, with(unordered, key, value, false));
      }
    }
    return new CollisionNode(ordered, with(unordered, key, value, false));
  }

  private static Tree with(@Nullable Tree tree, Object key, Object value, boolean isOrdered) {
    if (tree == null) {
      return new Tree(key, value, null, null);
    }
    return isOrdered && compare(key, tree.key) < 0
        ? balanced(tree, with(tree.lower, key, value, isOrdered), tree.higher)
        : balanced(tree, tree.lower, with(tree.higher, key, value, isOrdered));
  }

  private static @Nullable Tree joined(@Nullable Tree lower, @Nullable Tree higher) {
    if (lower == null) {
      return higher;
    }
    if (higher == null) {
      return lower;
    }
    return balanced(lowest(higher), lower, withoutLowest(higher));
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
        : balanced(tree, withoutLowest(tree.lower), tree.higher);
  }

  /**
   * Returns a balanced tree of one tree's entry and two subtrees, one of which may be too heavy by
   * one entry.
   */
  private static Tree balanced(Tree top, @Nullable Tree lower, @Nullable Tree higher) {
    if (higher != null && weight(higher) > MAX_WEIGHT_RATIO * weight(lower)) {
      if (weight(higher.lower) < DOUBLE_ROTATION_RATIO * weight(higher.higher)) {
        return above(higher, above(top, lower, higher.lower), higher.higher);
      }
      Tree middle = requireNonNull(higher.lower);
      return above(
          middle, above(top, lower, middle.lower), above(higher, middle.higher, higher.higher));
    }
    if (lower != null && weight(lower) > MAX_WEIGHT_RATIO * weight(higher)) {
      if (weight(lower.higher) < DOUBLE_ROTATION_RATIO * weight(lower.lower)) {
        return above(lower, lower.lower, above(top, lower.higher, higher));
      }
      Tree middle = requireNonNull(lower.higher);
      return above(
          middle, above(lower, lower.lower, middle.lower), above(top, middle.higher, higher));
    }
    return above(top, lower, higher);
  }

  private static Tree above(Tree top, @Nullable Tree lower, @Nullable Tree higher) {
    return new Tree(top.key, top.value, lower, higher);
  }

  private static int weight(@Nullable Tree tree) {
    return sizeOf(tree) + 1;
  }

  private static int sizeOf(@Nullable Tree tree) {
    return tree == null ? 0 : tree.size;
  }

  @Override
  int entryCount() {
    return sizeOf(ordered) + sizeOf(unordered);
  }

  @Override
  int childCount() {
    return 0;
  }

  @Override
  Object[] slots() {
    Object[] slots = new Object[2 * entryCount()];
    copy(unordered, slots, copy(ordered, slots, 0));
    return slots;
  }

  /** Recurses to the height of the tree, which is a few times the logarithm of its size. */
  private static int copy(@Nullable Tree tree, Object[] slots, int from) {
    if (tree == null) {
      return from;
    }
    int at = copy(tree.lower, slots, from);
    slots[at] = tree.key;
    slots[at + 1] = tree.value;
    return copy(tree.higher, slots, at + 2);
  }

  /** Returns on which side of a present key to search for another of its class; 0 means both. */
  private static int hint(Object key, Object present) {
    try {
      return compare(key, present);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable incomparable) {
      return 0;
    }
  }

  @SuppressWarnings("unchecked") // they are of one class, which is comparable with itself
  private static int compare(Object key, Object present) {
    return ((Comparable<Object>) key).compareTo(present);
  }

  private static boolean isComparableWithItself(Class<?> type) {
    try {
      return Stream.of(type.getGenericInterfaces())
          .anyMatch(
              each ->
                  each instanceof ParameterizedType comparable
                      && comparable.getRawType() == Comparable.class
                      && comparable.getActualTypeArguments()[0] == type);
    } catch (TypeNotPresentException
        | MalformedParameterizedTypeException
        | LinkageError unreadable) {
      return false;
    }
  }
}
