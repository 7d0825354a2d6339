package io.latchless.benchmarks.graph;

import io.latchless.primitives.TransitionGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes transition tables by the names that the contests give them. */
public final class TransitionTables {
  /** Every name, ours first. */
  public static final List<String> NAMES = List.of("TransitionGraph", "EnumMap", "synchronized");

  private TransitionTables() {}

  /** A table of the given transitions. */
  public static <S extends Enum<S>> Transitions<S> create(
      String name, S initial, Map<S, ? extends Set<S>> transitions) {
    Class<S> states = initial.getDeclaringClass();
    return switch (name) {
      case "TransitionGraph" ->
          new LatchlessTransitions<>(TransitionGraph.of(initial, transitions));
      case "EnumMap" -> new MapTransitions<>(states, transitions);
      case "synchronized" -> new SynchronizedTransitions<>(states, transitions);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
