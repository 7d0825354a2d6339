package io.latchless.stress.soak;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Queue;

/** A queue does not keep a removed element alive. */
public final class RetentionCheck {
  private static final int COLLECTIONS = 20;

  private RetentionCheck() {}

  public static List<String> audit(Queue<Object> ring) {
    Findings findings = new Findings();
    WeakReference<Object> taken = passThrough(ring);
    for (int i = 0; i < COLLECTIONS && !taken.refersTo(null); i++) {
      System.gc();
    }
    findings.require(
        taken.refersTo(null), "%s is kept alive by a ring of %d", taken.get(), ring.size());
    return findings.list();
  }

  private static WeakReference<Object> passThrough(Queue<Object> ring) {
    Object element = new Object();
    ring.add(element);
    if (ring.remove() != element) {
      throw new IllegalStateException("the ring was not empty");
    }
    return new WeakReference<>(element);
  }
}
