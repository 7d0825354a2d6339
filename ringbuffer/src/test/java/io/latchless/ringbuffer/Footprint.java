package io.latchless.ringbuffer;

import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a JVM of its own, which words the rings have, where they lie, and how much memory a
 * ring takes. The tests parse the output, see {@link JolJvm}.
 */
final class Footprint {
  /** A small and a large number of slots, to tell the fixed size from the size per slot. */
  private static final int[] SLOTS = {128, 8_192};

  private static final Object ELEMENT = new Object();

  private Footprint() {}

  /**
   * With the argument "idle" it prints sizes, for which JOL has to attach itself; otherwise
   * offsets.
   */
  public static void main(String[] arguments) throws IllegalAccessException {
    if (arguments.length > 0 && arguments[0].equals("idle")) {
      for (int slots : SLOTS) {
        rings(slots)
            .forEach(
                (type, ring) -> System.out.printf("idle %s %d %d%n", type, slots, ownSize(ring)));
      }
    } else {
      for (Map.Entry<String, Object> ring : rings(SLOTS[0]).entrySet()) {
        printWords(ring.getKey(), ring.getValue());
      }
      Layout.print("PaddedAtomicLong", new PaddedAtomicLong(0));
    }
  }

  /** Creates all rings with the same number of slots. The one that grows with use has been used. */
  private static Map<String, Object> rings(int slots) {
    OverwritingRingBuffer<Object> overwriting = new OverwritingRingBuffer<>(slots);
    for (int i = 0; i < slots; i++) {
      overwriting.add(ELEMENT);
    }
    Map<String, Object> rings = new LinkedHashMap<>();
    rings.put("MpmcRingBuffer", new MpmcRingBuffer<>(slots));
    rings.put("LockFreeRingBuffer", new LockFreeRingBuffer<>(slots - LockFreeRingBuffer.SPARE));
    rings.put("OverwritingRingBuffer", overwriting);
    rings.put("BlockingRingBuffer", new BlockingRingBuffer<>(slots));
    return rings;
  }

  private static long ownSize(Object ring) {
    return GraphLayout.parseInstance(ring, ELEMENT).totalSize()
        - GraphLayout.parseInstance(ELEMENT).totalSize();
  }

  /** Prints the fields of a ring, and of the objects that only this ring refers to. */
  private static void printWords(String path, Object owner) throws IllegalAccessException {
    for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
      if (!type.getPackage().equals(Footprint.class.getPackage())) {
        continue;
      }
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        String name = path + "." + field.getName();
        System.out.printf(
            "word %s %s %s%n",
            name,
            Modifier.isFinal(field.getModifiers()) ? "final" : "changes",
            field.getType().getSimpleName());
        field.setAccessible(true);
        Object value = field.get(owner);
        if (value instanceof IndexRing || value instanceof Ring<?>) {
          printWords(name, value);
        }
      }
    }
  }
}
