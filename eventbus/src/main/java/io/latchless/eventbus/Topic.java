package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

/**
 * A name and a type of events. The name is a scope: a subscription to {@code orders} also receives
 * what is published to {@code orders.eu.berlin}.
 *
 * <pre>{@code
 * static final Topic<OrderPlaced> PLACED = Topic.of("orders.placed", OrderPlaced.class);
 * }</pre>
 *
 * @param name dotted Java identifiers, such as {@code orders.placed}; the empty name is the global
 *     scope, see {@link #any}, and {@code *} is the catch-all scope, see {@link #catchAll}; neither
 *     can be published to
 * @param type the class of the events, which subscriptions also filter by; not a primitive type
 * @param <E> the type of the events
 * @since 0.1.0
 */
public record Topic<E>(String name, Class<E> type) {
  static final String GLOBAL = "";
  static final String CATCH_ALL = "*";

  /**
   * Creates a topic.
   *
   * @param name dotted Java identifiers, such as {@code orders.placed}; the empty name is the
   *     global scope, see {@link #any}, and {@code *} is the catch-all scope, see {@link
   *     #catchAll}; neither can be published to
   * @param type the class of the events, which subscriptions also filter by; not a primitive type
   * @throws IllegalArgumentException if the name is not dotted identifiers, or the type is a
   *     primitive type
   */
  public Topic {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    if (!name.equals(GLOBAL) && !name.equals(CATCH_ALL)) {
      requireIdentifiers(name);
    }
    requireReference(type, "type");
  }

  /**
   * Creates a topic.
   *
   * @param name dotted Java identifiers
   * @param type the class of the events
   * @param <E> the type of the events
   * @return the topic
   * @throws IllegalArgumentException if the name is not dotted identifiers, or the type is a
   *     primitive type
   */
  public static <E> Topic<E> of(String name, Class<E> type) {
    requireIdentifiers(requireNonNull(name, "name"));
    return new Topic<>(name, type);
  }

  /**
   * Creates the topic that is named after a class, so that its package is the scope above it.
   *
   * @param type the class of the events, not an array
   * @param <E> the type of the events
   * @return the topic
   * @throws IllegalArgumentException if the type is an array or a primitive type
   */
  public static <E> Topic<E> of(Class<E> type) {
    return of(type.getName(), type);
  }

  /**
   * Returns the global scope for a type. Its subscriptions receive every event that is an instance
   * of the type, after the subscriptions to narrower scopes.
   *
   * @param type the class of the events
   * @param <E> the type of the events
   * @return the topic, to subscribe to
   */
  public static <E> Topic<E> any(Class<E> type) {
    return new Topic<>(GLOBAL, type);
  }

  /**
   * Returns the catch-all scope for a type. Its subscriptions come last, and receive an event even
   * if an interceptor has stopped its propagation.
   *
   * @param type the class of the events
   * @param <E> the type of the events
   * @return the topic, to subscribe to
   */
  public static <E> Topic<E> catchAll(Class<E> type) {
    return new Topic<>(CATCH_ALL, type);
  }

  /** Returns whether events are published to this topic itself, and not only below it. */
  boolean isNamed() {
    return !name.equals(GLOBAL) && !name.equals(CATCH_ALL);
  }

  static void requireReference(Class<?> type, String argument) {
    if (type.isPrimitive()) {
      throw new IllegalArgumentException(
          argument + " must be the class of an object, was " + type.getName());
    }
  }

  static void requireIdentifiers(String name) {
    boolean starts = true;
    boolean valid = !name.isEmpty();
    for (int at = 0; valid && at < name.length(); at++) {
      char character = name.charAt(at);
      if (character == '.') {
        valid = !starts;
        starts = true;
      } else {
        valid =
            starts
                ? Character.isJavaIdentifierStart(character)
                : Character.isJavaIdentifierPart(character);
        starts = false;
      }
    }
    if (!valid || starts) {
      throw new IllegalArgumentException(
          "name must be identifiers separated by single dots, was \"" + name + "\"");
    }
  }
}
