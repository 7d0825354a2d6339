package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.ring.Rings;
import java.util.List;

/** Creates channels from their names in the contests. */
final class Channels {
  static final String DISRUPTOR = "Disruptor";

  /** The names of all channels, ours first. */
  static final List<String> NAMES =
      List.of(
          Rings.BLOCKING,
          Rings.ARRAY_BLOCKING_QUEUE,
          Rings.LINKED_BLOCKING_QUEUE,
          Rings.LINKED_TRANSFER_QUEUE,
          DISRUPTOR);

  private Channels() {}

  /** Creates an empty channel. */
  static <E> Channel<E> create(String name, int capacity) {
    return name.equals(DISRUPTOR)
        ? new DisruptorChannel<>(capacity)
        : new QueueChannel<>(Rings.blocking(name, capacity));
  }
}
