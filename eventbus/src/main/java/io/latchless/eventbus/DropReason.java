package io.latchless.eventbus;

/**
 * Why an event was not handled.
 *
 * @since 0.1.0
 */
public enum DropReason {
  /** The queue was full, and its policy drops the newest event. */
  FULL,

  /** The event was the oldest of a full queue, and a newer one has taken its room. */
  OLDEST,

  /** A newer event with the same key, or a newer version, has taken its place. */
  SUPERSEDED,

  /** The publisher has waited for room as long as the policy allows. */
  TIMED_OUT,

  /** The publisher would have waited for room, but was running a handler of the same bus. */
  IN_HANDLER,

  /** The publisher was interrupted while it waited for room; its interrupt status is still set. */
  INTERRUPTED,

  /** The queue was full, and its policy has told the publisher by an exception. */
  REJECTED,

  /**
   * The function that computes the key of {@link Overflow.LatestPerKey}, or the clock of the bus,
   * has thrown.
   */
  NO_KEY,

  /** The subscription was closed. */
  CLOSED,

  /** The start-up log was full. */
  START_LOG_FULL
}
