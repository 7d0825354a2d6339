package io.latchless.stress.soak;

import com.sun.management.ThreadMXBean;
import io.latchless.stress.subjects.MapSubject;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What an addition costs does not grow with the map; counted in bytes, not in time. */
public final class MapWorkCheck {
  private static final int ENTRIES = 4096;
  private static final int ADDITIONS = 100;

  /** A path of seven full nodes would take less. */
  private static final long MOST_BYTES = 4096;

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
}
