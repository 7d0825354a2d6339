package io.latchless.ringbuffer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The rings that one suite of tests holds for. */
final class Rings {
  /** Makes an empty ring. */
  @FunctionalInterface
  interface Factory {
    RingBuffer<Integer> create(int capacity, long start);
  }

  /** Where an int, an unsigned int, or a long overflows soon, and where none does. */
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
