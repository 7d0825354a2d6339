package io.latchless.ringbuffer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The rings under test in the suites that all rings share. */
final class Rings {
  /** Creates an empty ring. */
  @FunctionalInterface
  interface Factory {
    RingBuffer<Integer> create(int capacity, long start);
  }

  /**
   * Start positions near the overflow of an int, an unsigned int and a long, and one far from any
   * overflow.
   */
  static final List<Long> STARTS =
      List.of(
          0L,
          Integer.MAX_VALUE - 20L,
          (1L << 32) - 20,
          (1L << 31) * 8 - 20,
          (1L << 32) * 8 - 20,
          Long.MAX_VALUE - 20,
          -20L);

  private Rings() {}

  static Stream<Named<Factory>> factories() {
    return Stream.of(
        Named.of("MpmcRingBuffer", MpmcRingBuffer::new),
        Named.of("LockFreeRingBuffer", LockFreeRingBuffer::new),
        Named.of("BlockingRingBuffer", BlockingRingBuffer::new));
  }
}
