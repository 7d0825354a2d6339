package io.latchless.stress.soak;

import com.sun.management.ThreadMXBean;
import io.latchless.stress.subjects.MapSubject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** What a change costs does not grow with the map; counted in bytes, not in time. */
public final class MapWorkCheck {
  private static final int ENTRIES = 4096;
  private static final int ADDITIONS = 100;

  /** A path of seven full nodes would take less. */
  private static final long MOST_BYTES = 4096;

  /** The filter may box each key that it is asked of. */
  private static final long MOST_BYTES_FOR_ALL_KEYS = MOST_BYTES + 16 * ENTRIES;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private MapWorkCheck() {}

  /** One by one, so that the map may be as it likes. */
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
   * Removals that select no entry or one of many.
   *
   * @param removeIf removes the entries of the keys that are selected, and returns how many
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
