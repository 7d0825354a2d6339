package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Scenarios in which the overwriting ring runs user code. */
final class OverwritingRingScenarios {
  private static final int CAPACITY = 4;

  private OverwritingRingScenarios() {}

  /** A ring that contains numbers in insertion order. */
  static final class Newest extends Subject {
    final OverwritingRingBuffer<Object> ring = new OverwritingRingBuffer<>(CAPACITY);
    private final AtomicInteger added = new AtomicInteger();

    Newest() {
      add();
      add();
      operation("add", this::add);
      operation("newest", () -> ring.newest(CAPACITY));
      operation("size", ring::size);
    }

    void add() {
      add(added.get());
    }

    void add(Object element) {
      ring.add(element);
      added.incrementAndGet();
    }

    @Override
    void account(List<String> faults, End end) {
      if (end != End.OVERFLOWED) {
        require(
            faults,
            ring.written() == added.get(),
            added + " were added, and " + ring.written() + " written");
      }
      for (int i = 0; i < 2 * CAPACITY; i++) {
        ring.add("last " + i);
      }
      require(
          faults,
          ring.newest(CAPACITY).equals(List.of("last 4", "last 5", "last 6", "last 7")),
          "the newest are " + ring.newest(CAPACITY));
    }
  }

  static Stream<Row<?>> all() {
    Table<Newest> rows = new Table<>(OverwritingRingBuffer.class, Newest::new);
    rows.row(
        "newest(int,Consumer)",
        PASSED_ON,
        (it, hook) -> it.ring.newest(CAPACITY, each -> hook.run()));
    rows.row("add(Object)", UNCALLED, (it, hook) -> it.add(new HostileValue(0, hook)));
    return rows.rows().stream().map(row -> row);
  }
}
