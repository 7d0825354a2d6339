package io.latchless.eventbus;

/**
 * What became of a published event.
 *
 * @since 0.1.0
 */
public enum PublishResult {
  /** Every recipient has accepted the event: it is queued there, or was handled at once. */
  ACCEPTED,

  /** Some recipients have accepted the event, and others have dropped it. */
  PARTLY,

  /** Every recipient has dropped the event. */
  DROPPED,

  /** No subscription receives such events. */
  DEAD,

  /** The bus has not started; the event is in the start-up log. */
  BUFFERED,

  /** The bus is closing or closed. */
  REFUSED
}
