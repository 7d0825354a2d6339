package io.latchless.ringbuffer;

import java.io.Serial;

/**
 * Thrown when a thread adds an element to a closed queue, or waits for an element of a closed queue
 * that is empty. The queue is unchanged.
 *
 * @since 0.1.0
 */
public final class RingBufferClosedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  RingBufferClosedException(String message) {
    super(message);
  }
}
