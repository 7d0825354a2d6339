package io.latchless.stress.soak;

import com.sun.management.ThreadMXBean;
import io.latchless.stress.subjects.ScopesSubject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/** The cost of a subscription is linear in the origins; measured in bytes, not in time. */
public final class ScopeWorkCheck {
  private static final int LEVELS = 50;
  private static final int TIMES = 4;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ScopeWorkCheck() {}

  /** Measures a subscription at the first of many levels that all have handlers. */
  public static List<String> levels(Supplier<ScopesSubject> factory) {
    Findings findings = new Findings();
    long few = bytes(factory.get(), LEVELS);
    long many = bytes(factory.get(), TIMES * LEVELS);
    findings.require(
        many <= 2 * TIMES * few,
        "a subscription takes %d bytes with %d levels, %d with %d",
        few,
        LEVELS,
        many,
        TIMES * LEVELS);
    return findings.list();
  }

  private static long bytes(ScopesSubject scopes, int levels) {
    StringBuilder origin = new StringBuilder("level");
    for (int level = 1; level < levels; level++) {
      origin.append(".level");
      scopes.subscribe(origin.toString(), () -> true);
    }
    scopes.subscribe("level", () -> true);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    scopes.subscribe("level", () -> true);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
