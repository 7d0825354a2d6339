package consumer;

import io.latchless.metrics.Counter;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.SnapshotMap;
import io.latchless.ringbuffer.MpmcRingBuffer;

/** Uses a type of each module that the project gets. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    MpmcRingBuffer<String> ring = new MpmcRingBuffer<>(2);
    ring.offer("ring");
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    map.put("map", 1);
    HandlerRegistry<String, Runnable> handlers = new HandlerRegistry<>();
    Counter calls = new Counter();
    handlers.subscribe("key", calls::increment);
    handlers.dispatch("key", "event", (handler, event) -> handler.run());
    ProcessStatusHolder status = new ProcessStatusHolder();
    status.markRunning(0);
    System.out.printf(
        "%s %s %d %s%n", ring.poll(), map.get("map"), calls.sum(), status.status());
  }
}
