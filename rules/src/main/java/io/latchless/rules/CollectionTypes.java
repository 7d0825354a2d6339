package io.latchless.rules;

import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Classifies the collections of the JDK, and those of other libraries by their names. */
final class CollectionTypes {
  private static final String UTIL = "java/util/";

  private static final Set<String> INTERFACES =
      Set.of(
          "Collection",
          "List",
          "Set",
          "SortedSet",
          "NavigableSet",
          "Map",
          "SortedMap",
          "NavigableMap",
          "Queue",
          "Deque",
          "SequencedCollection",
          "SequencedSet",
          "SequencedMap");

  private static final Set<String> CHANGEABLE =
      Set.of(
          "ArrayList",
          "LinkedList",
          "ArrayDeque",
          "PriorityQueue",
          "HashSet",
          "LinkedHashSet",
          "TreeSet",
          "EnumSet",
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "EnumMap",
          "IdentityHashMap",
          "WeakHashMap");

  private static final Set<String> SYNCHRONIZED =
      Set.of("Vector", "Stack", "Hashtable", "Properties");

  private static final Set<String> FACTORIES = Set.of("of", "copyOf", "ofEntries");

  private CollectionTypes() {}

  /** Returns whether a type is a JDK interface that any kind of collection may implement. */
  static boolean isInterface(Type type) {
    return isIn(INTERFACES, type);
  }

  /** Returns whether a type is a mutable JDK class that is not thread-safe. */
  static boolean isChangeable(Type type) {
    return isIn(CHANGEABLE, type);
  }

  static boolean isShareable(Type type) {
    return isObject(type)
        && (type.getInternalName().startsWith("java/util/concurrent/") || isIn(SYNCHRONIZED, type));
  }

  /** Returns whether a type is immutable by its name, as in Guava and similar libraries. */
  static boolean isUnchangeable(Type type) {
    if (!isObject(type)) {
      return false;
    }
    String simpleName = type.getInternalName().replaceAll(".*[/$]", "");
    return simpleName.startsWith("Immutable")
        || simpleName.startsWith("Unmodifiable")
        || simpleName.startsWith("Persistent");
  }

  /**
   * Returns whether a call is {@code List.of} or similar, which may return the same object to all
   * callers.
   */
  static boolean isImmutableFactory(MethodInsnNode call) {
    return FACTORIES.contains(call.name)
        && (call.owner.equals("java/util/List")
            || call.owner.equals("java/util/Set")
            || call.owner.equals("java/util/Map"));
  }

  private static boolean isIn(Set<String> simpleNames, Type type) {
    return isObject(type)
        && type.getInternalName().startsWith(UTIL)
        && simpleNames.contains(type.getInternalName().substring(UTIL.length()));
  }

  private static boolean isObject(Type type) {
    return type.getSort() == Type.OBJECT;
  }
}
