package io.latchless.benchmarks.workload;

import io.latchless.primitives.TransitionGraph;
import java.util.Map;
import java.util.Set;

/** A status with illegal transitions and a terminal state. */
public enum Door {
  /** The initial state. */
  SHUT,
  /** The second state, which leads only back. */
  OPEN,
  /** The terminal state. */
  WALLED_UP;

  /** The legal transitions. */
  public static final Map<Door, Set<Door>> TRANSITIONS =
      Map.of(SHUT, Set.of(OPEN, WALLED_UP), OPEN, Set.of(SHUT));

  /** The legal transitions as a graph. */
  public static final TransitionGraph<Door> GRAPH = TransitionGraph.of(SHUT, TRANSITIONS);
}
