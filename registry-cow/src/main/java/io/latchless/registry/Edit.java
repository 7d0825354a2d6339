package io.latchless.registry;

import org.jspecify.annotations.Nullable;

/** One change of a table, or several that are to appear at once. Used by one thread. */
final class Edit {
  /** Owns the nodes that this edit has made and may therefore change; null owns none. */
  final @Nullable Object token;

  /** Whether keys are compared by identity alone. */
  final boolean isExact;

  /** The value that the last put or removal found, or null if it found none. */
  private @Nullable Object before;

  private Edit(@Nullable Object token, boolean isExact) {
    this.token = token;
    this.isExact = isExact;
  }

  /** Of a single change: to mark nodes as owned would only cost. */
  static Edit single() {
    return new Edit(null, false);
  }

  /** Of several changes: nodes that no other thread has seen yet are changed in place. */
  static Edit batch() {
    return new Edit(new Object(), false);
  }

  /**
   * Of several changes whose keys come from a table. Each such key means its own entry: where
   * {@code equals} is not symmetric, a table may hold two keys of which one equals the other.
   */
  static Edit exact() {
    return new Edit(new Object(), true);
  }

  boolean owns(@Nullable Object owner) {
    return token != null && token == owner;
  }

  /**
   * Whether a key that was asked for is one that is present. The first is asked, never the second.
   */
  boolean isSame(Object key, Object present) {
    return key == present || (!isExact && key.equals(present));
  }

  void found(@Nullable Object value) {
    before = value;
  }

  @Nullable Object before() {
    return before;
  }
}
