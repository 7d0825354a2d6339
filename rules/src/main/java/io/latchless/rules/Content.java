package io.latchless.rules;

/** The kind of array or collection that a field may hold. */
enum Content {
  /** Cannot be changed: null, an empty array, an immutable or unmodifiable collection. */
  UNCHANGEABLE,
  /** Thread-safe: a concurrent or a synchronized collection. */
  SHAREABLE,
  /** Created by a constructor or factory that is known to return mutable objects. */
  CHANGEABLE,
  /** Passed as an argument, so the caller may still change it. */
  GIVEN,
  /** Of an origin that the class file does not show. */
  UNKNOWN
}
