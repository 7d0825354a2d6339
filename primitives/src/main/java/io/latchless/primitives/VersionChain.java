package io.latchless.primitives;

import io.latchless.primitives.internal.Padding.PaddedReference;

/**
 * The current link of a chain of versions.
 *
 * @param <N> the kind of link
 */
final class VersionChain<N> extends PaddedReference<N> {
  /*
   * A version is published by one compare-and-set of the current link. What follows it, waking
   * those who wait and telling those who listen, decides nothing.
   */

  private static final Backoff BACKOFF = new Backoff();

  VersionChain(N first) {
    super(first);
  }

  @SuppressWarnings("NullAway") // never null: starts with a link and goes from link to link
  N current() {
    return refVolatile();
  }

  /** Publishes a successor; after a failure the caller pauses before it tries again. */
  boolean tryAppend(N seen, N next) {
    return casRef(seen, next);
  }

  void pause(int losses) {
    BACKOFF.pause(losses);
  }
}
