package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of {@link OverwritingRingBuffer}, before it overwrites and while it does. */
public final class OverwritingRingBufferFamily implements FreezeFamily {
  private static final int CAPACITY = 2;

  private OverwritingRingBuffer<String> ring = new OverwritingRingBuffer<>(CAPACITY);

  @Override
  public List<Start> starts() {
    return List.of(
        new Start("empty", () -> start(0)), new Start("overwriting", () -> start(2 * CAPACITY)));
  }

  private void start(int elements) {
    ring = new OverwritingRingBuffer<>(CAPACITY);
    for (int i = 0; i < elements; i++) {
      ring.add("element");
    }
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("add", () -> ring.add("added")),
        new Bystander("newest", () -> ring.newest(CAPACITY)),
        new Bystander("newestToConsumer", () -> ring.newest(CAPACITY, element -> {})),
        new Bystander("counts", this::counts));
  }

  private void counts() {
    ring.size();
    ring.written();
    ring.overwritten();
  }
}
