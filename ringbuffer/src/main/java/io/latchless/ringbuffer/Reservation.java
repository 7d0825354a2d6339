package io.latchless.ringbuffer;

/**
 * Stands in a slot for an element that a supplier is about to make, and keeps its room.
 *
 * <p>The thread that has put it there replaces it by the element. Another thread that has to move
 * it writes the new position after the reservation stands there.
 */
final class Reservation {
  volatile long position;

  /** Set when the queue has been closed and the reservation could not be moved any more. */
  volatile boolean revoked;
}
