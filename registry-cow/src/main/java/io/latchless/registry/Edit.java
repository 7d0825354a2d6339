package io.latchless.registry;

import org.jspecify.annotations.Nullable;

/** One change of a table, or several that are to appear at once. Used by one thread. */
final class Edit {
  /** Owns the nodes that this edit has made and may therefore change; null owns none. */
  final @Nullable Object token;

  /** The value that the last put or removal found, or null if it found none. */
  private @Nullable Object before;

  private Edit(@Nullable Object token) {
    this.token = token;
  }

  /** Of a single change: to mark nodes as owned would only cost. */
  static Edit single() {
    return new Edit(null);
  }

  /** Of several changes: nodes that nobody has seen yet are changed in place. */
  static Edit batch() {
    return new Edit(new Object());
  }

  boolean owns(@Nullable Object owner) {
    return token != null && token == owner;
  }

  void found(@Nullable Object value) {
    before = value;
  }

  @Nullable Object before() {
    return before;
  }
}
