package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.ring.Rings;
import java.util.List;

/** Makes channels by the names that the contests give them. */
final class Channels {
  static final String DISRUPTOR = "Disruptor";

  /** Every name, ours first. */
  static final List<String> NAMES =
      List.of(
          Rings.BLOCKING,
          Rings.ARRAY_BLOCKING_QUEUE,
          Rings.LINKED_BLOCKING_QUEUE,
          Rings.LINKED_TRANSFER_QUEUE,
          DISRUPTOR);

  private Channels() {}

  /** A new empty channel. */
  static <E> Channel<E> create(String name, int capacity) {
    return name.equals(DISRUPTOR)
        ? new DisruptorChannel<>(capacity)
        : new QueueChannel<>(Rings.blocking(name, capacity));
  }
}
