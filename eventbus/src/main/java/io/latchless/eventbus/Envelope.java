package io.latchless.eventbus;

import org.jspecify.annotations.Nullable;

/** An event in a queue, with what its subscription must know beside it. Most events have none. */
final class Envelope {
  /** The version of an event that carries none. */
  static final long UNVERSIONED = 0;

  final Object event;

  /** The version of a retained event. */
  final long version;

  /** When the event was queued, by {@link System#nanoTime}. */
  final long queuedAt;

  /** The publication that awaits the outcome, or null. */
  final @Nullable Awaited awaited;

  Envelope(Object event, long version, long queuedAt, @Nullable Awaited awaited) {
    this.event = event;
    this.version = version;
    this.queuedAt = queuedAt;
    this.awaited = awaited;
  }

  static Object eventIn(Object element) {
    return element instanceof Envelope envelope ? envelope.event : element;
  }
}
