package io.latchless.metrics;

import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a JVM of its own, where the hot words lie, and how much memory the types take that
 * consist of such words. The tests parse the output, see {@link JolJvm}.
 */
final class HotFieldFootprint {
  private HotFieldFootprint() {}

  /**
   * With the argument "idle" it prints sizes, for which JOL has to attach itself; otherwise
   * offsets.
   */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("idle")) {
      printSizes();
    } else {
      Layout.print("PaddedAtomicLong", new PaddedAtomicLong(0));
      Layout.print("Counter", new Counter());
      Layout.print("Gauge", new Gauge());
      Layout.print("Ewma", new Ewma(0.5));
    }
  }

  private static void printSizes() {
    Counter grown = new Counter();
    while (grown.cellCount() < Counter.MOST_CELLS) {
      grown.grow();
    }
    MaxMin used = new MaxMin();
    used.record(0);
    Map<String, Object> instances = new LinkedHashMap<>();
    instances.put("Counter 0", new Counter());
    instances.put("Counter " + grown.cellCount(), grown);
    instances.put("Gauge 0", new Gauge());
    instances.put("MaxMin 0", new MaxMin());
    instances.put("MaxMin 1", used);
    instances.put("Ewma 0", new Ewma(0.5));
    instances.forEach(
        (name, instance) ->
            System.out.printf(
                "idle %s %d%n", name, GraphLayout.parseInstance(instance).totalSize()));
  }
}
