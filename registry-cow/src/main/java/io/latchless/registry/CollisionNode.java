package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.ParameterizedType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries whose hashes are all the same: two immutable search trees. */
final class CollisionNode extends Node {
  /*
   * An attacker may choose keys so that all their hashes are equal. Only equals tells such keys apart;
   * an order is a hint where to look first, as in the tree bins of ConcurrentHashMap.
   *
   * Ordered and unordered keys
   *
   * The ordered tree has keys of one class that is Comparable with itself, the lower ones to the left.
   * The unordered tree has all others: those of further classes, and those that threw when they were
   * compared on their way in. Every lookup goes through all of the unordered tree.
   *
   * Where the order is followed
   *
   * In the ordered tree a lookup turns left or right where the key is of the tree's class and comparing
   * says which. It searches both sides where comparing says 0 or throws. It searches both sides
   * everywhere if the key is of another class, which may equal one of these all the same, as lists do;
   * and if there are so few entries that equals alone finds a key soon enough. So up to that number
   * the order may contradict equals. Above it, two keys that are equal must not compare as different.
   *
   * Balance
   *
   * A subtree may be up to three times as heavy as its sibling, empty ones counted as one, else it is
   * turned, once or twice depending on whether its inner half is at least twice as heavy as its outer.
   *
   * Source: Stephen Adams, "Efficient sets: a balancing act" (1993), with the parameters that Yoichi
   * Hirai and Kazuhiko Yamamoto have proved, "Balancing weight-balanced trees" (2011).
   */

  static final CollisionNode EMPTY = new CollisionNode(null, null);

  /** Up to so many entries the order is not asked. */
  static final int FEW = 32;

  private static final ClassValue<Boolean> COMPARABLE_WITH_ITSELF =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isComparableWithItself(type);
        }
      };

  private static final int HEAVIER = 3;
  private static final int TURNED_TWICE = 2;

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

    /** Entries here and below. */
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
    Tree found = find(ordered, key, isOrderOfUseFor(key));
    return found != null ? found : find(unordered, key, false);
  }

  private static @Nullable Tree find(@Nullable Tree tree, Object key, boolean isOrderOfUse) {
    for (Tree at = tree; at != null; ) {
      if (key == at.key || key.equals(at.key)) {
        return at;
      }
      int side = isOrderOfUse ? hint(key, at.key) : 0;
      if (side == 0) {
        Tree found = find(at.lower, key, isOrderOfUse);
        if (found != null) {
          return found;
        }
      }
      at = side < 0 ? at.lower : at.higher;
    }
    return null;
  }

  private boolean isOrderOfUseFor(Object key) {
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

  /** With another value for a key, or null to remove it; itself if it has not got the key. */
  private CollisionNode changed(Edit edit, Object key, @Nullable Object value) {
    edit.found(null);
    Tree nextOrdered = changed(edit, ordered, key, value, isOrderOfUseFor(key));
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
      Edit edit, @Nullable Tree tree, Object key, @Nullable Object value, boolean isOrderOfUse) {
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
    int side = isOrderOfUse ? hint(key, tree.key) : 0;
    if (side <= 0) {
      Tree lower = changed(edit, tree.lower, key, value, isOrderOfUse);
      if (lower != tree.lower) {
        return balanced(tree, lower, tree.higher);
      }
    }
    if (side >= 0 && edit.before() == null) {
      Tree higher = changed(edit, tree.higher, key, value, isOrderOfUse);
      if (higher != tree.higher) {
        return balanced(tree, tree.lower, higher);
      }
    }
    return tree;
  }

  /** With a key that it has not got. */
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

  /** A tree's entry above other subtrees, of which one may be too heavy by one entry. */
  private static Tree balanced(Tree top, @Nullable Tree lower, @Nullable Tree higher) {
    if (higher != null && weight(higher) > HEAVIER * weight(lower)) {
      if (weight(higher.lower) < TURNED_TWICE * weight(higher.higher)) {
        return above(higher, above(top, lower, higher.lower), higher.higher);
      }
      Tree middle = requireNonNull(higher.lower);
      return above(
          middle, above(top, lower, middle.lower), above(higher, middle.higher, higher.higher));
    }
    if (lower != null && weight(lower) > HEAVIER * weight(higher)) {
      if (weight(lower.higher) < TURNED_TWICE * weight(lower.lower)) {
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

  /** As deep as the tree is high, which is a few times the logarithm of its size. */
  private static int copy(@Nullable Tree tree, Object[] slots, int from) {
    if (tree == null) {
      return from;
    }
    int at = copy(tree.lower, slots, from);
    slots[at] = tree.key;
    slots[at + 1] = tree.value;
    return copy(tree.higher, slots, at + 2);
  }

  /** On which side of a key another one of its class is to be looked for; 0: on both. */
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
