package io.latchless.stress.soak;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The objections of a check; any thread may add to them. */
public final class Findings {
  private static final int ENOUGH_OF_A_KIND = 3;

  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> kinds = new ConcurrentHashMap<>();

  /** Records an objection unless the condition holds; the first few of a kind are kept. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  public void require(boolean holds, String format, @Nullable Object... args) {
    if (!holds
        && kinds.computeIfAbsent(format, kind -> new AtomicInteger()).getAndIncrement()
            < ENOUGH_OF_A_KIND) {
      found.add(format.formatted(args));
    }
  }

  /** Adds the objections of another check. */
  void addAll(List<String> others) {
    others.forEach(each -> require(false, "%s", each));
  }

  public List<String> list() {
    return List.copyOf(found);
  }
}
