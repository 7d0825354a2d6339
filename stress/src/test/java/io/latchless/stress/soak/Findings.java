package io.latchless.stress.soak;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What a check has to object to; any thread may add to it. */
public final class Findings {
  private static final int ENOUGH = 20;

  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Records an objection unless the condition holds; the first few are kept. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
  public void require(boolean holds, String format, Object... args) {
    if (!holds && count.getAndIncrement() < ENOUGH) {
      found.add(format.formatted(args));
    }
  }

  public boolean none() {
    return found.isEmpty();
  }

  public List<String> list() {
    return List.copyOf(found);
  }
}
