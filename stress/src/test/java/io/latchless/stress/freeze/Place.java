package io.latchless.stress.freeze;

import java.util.Comparator;

/**
 * One bytecode of one method.
 *
 * @param className binary name of the class
 * @param method name of the method
 * @param signature descriptor of the method, which distinguishes overloads
 * @param index index of the bytecode in the method
 * @param line source line, or -1
 */
public record Place(String className, String method, String signature, long index, int line)
    implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::className)
          .thenComparing(Place::method)
          .thenComparing(Place::signature)
          .thenComparingLong(Place::index);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code Class.method:line@index}. */
  @Override
  public String toString() {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return simple + "." + method + ":" + line + "@" + index;
  }
}
