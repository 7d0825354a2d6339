package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.RingBuffer;
import io.latchless.stress.Effort;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/** The operations that all queues have, started empty, half full and full. */
abstract class RingFamily implements FreezeFamily {
  private static final int CAPACITY = 4;

  private final IntFunction<RingBuffer<String>> factory;
  private RingBuffer<String> ring;

  RingFamily(IntFunction<RingBuffer<String>> factory) {
    this.factory = factory;
    this.ring = factory.apply(CAPACITY);
  }

  @Override
  public List<Start> starts() {
    return Effort.firstOf(
        2,
        List.of(
            new Start("empty", () -> start(0)),
            new Start("full", () -> start(CAPACITY)),
            new Start("half", () -> start(CAPACITY / 2))));
  }

  /** Starts one lap on, so that all slots have been used. */
  private void start(int elements) {
    ring = factory.apply(CAPACITY);
    for (int i = 0; i < CAPACITY; i++) {
      ring.add("first lap");
      ring.remove();
    }
    for (int i = 0; i < elements; i++) {
      ring.add("element");
    }
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander(
            "offer",
            () -> {
              var unused = ring.offer("offered");
            }),
        new Bystander("poll", () -> ring.poll()),
        new Bystander("peek", () -> ring.peek()),
        new Bystander("drain", () -> ring.drain(element -> {}, 2)),
        new Bystander("fill", () -> ring.fill(() -> "filled", 2)),
        new Bystander("size", this::size),
        new Bystander("iterate", this::iterate));
  }

  private void size() {
    var unused = ring.size();
  }

  private void iterate() {
    for (Iterator<String> iterator = ring.iterator(); iterator.hasNext(); ) {
      iterator.next();
    }
  }
}
