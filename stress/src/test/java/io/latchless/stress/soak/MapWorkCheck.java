package io.latchless.stress.soak;

import com.sun.management.ThreadMXBean;
import io.latchless.stress.subjects.MapSubject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** The cost of a change does not grow with the map; measured in bytes, not in time. */
public final class MapWorkCheck {
  private static final int ENTRIES = 4096;
  private static final int ADDITIONS = 100;

  /** More than a path of seven full nodes takes. */
  private static final long MOST_BYTES = 4096;

  /** Allows for boxing each key that the filter tests. */
  private static final long MOST_BYTES_FOR_ALL_KEYS = MOST_BYTES + 16 * ENTRIES;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private MapWorkCheck() {}

  /** Measures single additions to a map that was filled by single additions. */
  public static List<String> audit(MapSubject map) {
    Findings findings = new Findings();
    for (int key = 0; key < ENTRIES; key++) {
      map.put(key, 0);
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ADDITIONS; i++) {
      map.put(ENTRIES + i, 0);
    }
    long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / ADDITIONS;
    findings.require(
        bytes <= MOST_BYTES, "an addition to %d entries takes %d bytes", ENTRIES, bytes);
    return findings.list();
  }

  /**
   * Measures removals that match no entry, or one of many.
   *
   * @param removeIf removes the entries of all matching keys, and returns their number
   */
  public static List<String> removals(MapSubject map, ToIntFunction<IntPredicate> removeIf) {
    Findings findings = new Findings();
    for (int key = 0; key < ENTRIES; key++) {
      map.put(key, 0);
    }
    for (int selected = -1; selected < ADDITIONS; selected++) {
      int key = selected;
      IntPredicate filter = each -> each == key;
      long before = THREADS.getCurrentThreadAllocatedBytes();
      int removed = removeIf.applyAsInt(filter);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      findings.require(removed == (key < 0 ? 0 : 1), "%d entries removed for key %d", removed, key);
      findings.require(
          bytes <= MOST_BYTES_FOR_ALL_KEYS,
          "removal of %d of %d entries takes %d bytes",
          removed,
          ENTRIES,
          bytes);
    }
    return findings.list();
  }
}
