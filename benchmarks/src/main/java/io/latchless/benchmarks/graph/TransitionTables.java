package io.latchless.benchmarks.graph;

import io.latchless.primitives.TransitionGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates transition tables from their names in the contests. */
public final class TransitionTables {
  /** The names of all tables, ours first. */
  public static final List<String> NAMES = List.of("TransitionGraph", "EnumMap", "synchronized");

  private TransitionTables() {}

  /** Creates a table of the given transitions. */
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
