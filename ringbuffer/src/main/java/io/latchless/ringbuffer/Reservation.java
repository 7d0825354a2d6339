package io.latchless.ringbuffer;

/**
 * Stands in a slot for an element that a supplier is about to make, and keeps its room.
 *
 * <p>The thread that put the reservation there replaces it by the element. A thread that moves a
 * reservation takes it out of its slot, writes the new position, and stores it in the new slot, in
 * this order. So a thread that takes it out of a slot finds its true position.
 */
final class Reservation {
  volatile long position;

  /** Set if the queue was closed and the reservation could not be moved. */
  volatile boolean revoked;
}
