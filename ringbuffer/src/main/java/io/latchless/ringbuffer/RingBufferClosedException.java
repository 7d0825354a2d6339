package io.latchless.ringbuffer;

import java.io.Serial;

/**
 * Thrown to those who put an element into a closed queue, and to those who wait for an element of a
 * closed queue that has none left. Nothing was changed.
 */
public final class RingBufferClosedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  RingBufferClosedException(String message) {
    super(message);
  }
}
