package io.latchless.registry;

import io.latchless.primitives.internal.HazardSlots;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a separate JVM, how much memory the registries take, without the users' keys and
 * handlers. The tests read the output, see {@link JolJvm}.
 */
final class Footprint {
  private static final Object HANDLER = new Object();

  private Footprint() {}

  /** Measures each type when new, and with some contents. */
  public static void main(String[] arguments) {
    Map<String, Object> weighed = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 16_384; i++) {
      keys.add("key-" + i);
    }
    for (int size : new int[] {0, 8, 16, 24, 32, 33, 100, 1_024, 16_384}) {
      SnapshotMap<String, Object> map = new SnapshotMap<>();
      keys.subList(0, size).forEach(key -> map.put(key, HANDLER));
      weighed.put("SnapshotMap " + size, map);
    }
    for (int each : new int[] {0, 1, 8}) {
      HandlerRegistry<String, Object> handlers = new HandlerRegistry<>();
      ScopedHandlerRegistry<Object> scopes = new ScopedHandlerRegistry<>();
      for (int i = 0; i < each; i++) {
        keys.subList(0, 100).forEach(key -> handlers.subscribe(key, HANDLER));
        keys.subList(0, 100).forEach(key -> scopes.subscribe(key, HANDLER));
      }
      weighed.put("HandlerRegistry " + each, handlers);
      weighed.put("ScopedHandlerRegistry " + each, scopes);
    }
    weighed.put("QuiescentHandlerRegistry 4", new QuiescentHandlerRegistry<>(4));
    weighed.put("QuiescentHandlerRegistry 8", new QuiescentHandlerRegistry<>(8));
    weighed.put("ProcessRegistry 0", new ProcessRegistry());
    Layout.print("HazardSlot", new HazardSlots.HazardSlot());
    List<Object> common =
        List.of(keys, HANDLER, SegmentedTable.EMPTY, Handlers.none(), Scopes.none());
    long without = GraphLayout.parseInstance(common.toArray()).totalSize();
    weighed.forEach(
        (name, instance) -> {
          List<Object> with = new ArrayList<>(common);
          with.add(instance);
          long size = GraphLayout.parseInstance(with.toArray()).totalSize();
          System.out.printf("idle %s %d%n", name, size - without);
        });
  }
}
