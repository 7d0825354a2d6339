package io.latchless.stress.subjects;

import io.latchless.registry.ScopedHandlerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Handlers by origin, with levels found by splitting the origin at every emission. */
public class ScopesByLevel implements ScopesSubject {
  private final Map<String, List<BooleanSupplier>> handlers = new ConcurrentHashMap<>();

  /** Returns the origins whose handlers are called, in order, without the catch-all. */
  protected List<String> levels(String origin) {
    List<String> levels = new ArrayList<>();
    for (String level = origin; !level.isEmpty(); level = parent(level)) {
      levels.add(level);
    }
    levels.add(ScopedHandlerRegistry.GLOBAL);
    return levels;
  }

  protected static String parent(String level) {
    return level.substring(0, Math.max(0, level.lastIndexOf('.')));
  }

  @Override
  public Runnable subscribe(String origin, BooleanSupplier handler) {
    List<BooleanSupplier> level =
        handlers.computeIfAbsent(origin, key -> new CopyOnWriteArrayList<>());
    level.add(handler);
    return () -> level.remove(handler);
  }

  @Override
  public final void emit(String origin) {
    boolean goesOn = true;
    for (String level : levels(origin)) {
      for (BooleanSupplier handler : at(level)) {
        goesOn = goesOn && handler.getAsBoolean();
      }
    }
    for (BooleanSupplier handler : at(ScopedHandlerRegistry.CATCH_ALL)) {
      var unused = handler.getAsBoolean();
    }
  }

  private List<BooleanSupplier> at(String level) {
    return handlers.getOrDefault(level, List.of());
  }
}
