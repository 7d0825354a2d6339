package io.latchless.ringbuffer;

/**
 * Stands in a slot for an element that a supplier is about to make, and keeps its room.
 *
 * <p>The thread that has put it there replaces it by the element. A thread that moves it takes it
 * out of its slot, writes the new position, and puts it into the new slot, in this order. So a
 * thread that takes it out of a slot finds its true position.
 */
final class Reservation {
  volatile long position;

  /** Set when the queue has been closed and the reservation could not be moved any more. */
  volatile boolean revoked;
}
