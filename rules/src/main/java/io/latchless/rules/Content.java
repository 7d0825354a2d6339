package io.latchless.rules;

/** What is known of an array or a collection that a field may hold. */
enum Content {
  /**
   * Nothing can be changed in it: null, an empty array, an immutable or unmodifiable collection.
   */
  UNCHANGEABLE,
  /** Made to be used by several threads: a concurrent or a synchronized collection. */
  SHAREABLE,
  /** Made by a known constructor or factory of what can be changed. */
  CHANGEABLE,
  /** Came in as an argument, so that whoever passed it may still change it. */
  GIVEN,
  /** Of an origin that the class file does not tell. */
  UNKNOWN
}
