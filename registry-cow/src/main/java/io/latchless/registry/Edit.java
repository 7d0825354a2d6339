package io.latchless.registry;

import org.jspecify.annotations.Nullable;

/** One change of a table, or several that appear at once. Used by one thread. */
final class Edit {
  /** Marks the nodes that this edit has created and may therefore change; null marks none. */
  final @Nullable Object token;

  /** Whether keys are compared only by identity. */
  final boolean isExact;

  /** The value that the last put or remove found, or null if it found none. */
  private @Nullable Object before;

  private Edit(@Nullable Object token, boolean isExact) {
    this.token = token;
    this.isExact = isExact;
  }

  /**
   * Returns an edit for a single change. It owns no nodes, because marking them would only cost.
   */
  static Edit single() {
    return new Edit(null, false);
  }

  /** Returns an edit for several changes. It changes unpublished nodes of its own in place. */
  static Edit batch() {
    return new Edit(new Object(), false);
  }

  /**
   * Returns an edit for several changes whose keys come from a table, so that each key stands for
   * its own entry. If {@code equals} is not symmetric, a table may hold two keys of which one
   * equals the other.
   */
  static Edit exact() {
    return new Edit(new Object(), true);
  }

  boolean owns(@Nullable Object owner) {
    return token != null && token == owner;
  }

  /**
   * Returns whether a given key is a stored one. Calls {@code equals} of the given key, never of
   * the stored one.
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
