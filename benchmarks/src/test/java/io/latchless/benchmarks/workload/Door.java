package io.latchless.benchmarks.workload;

import io.latchless.primitives.TransitionGraph;
import java.util.Map;
import java.util.Set;

/** A status in which not everything is allowed, and that can end. */
public enum Door {
  /** The initial state. */
  SHUT,
  /** From here only back. */
  OPEN,
  /** The end. */
  WALLED_UP;

  /** What may follow what. */
  public static final Map<Door, Set<Door>> TRANSITIONS =
      Map.of(SHUT, Set.of(OPEN, WALLED_UP), OPEN, Set.of(SHUT));

  /** The same as a graph. */
  public static final TransitionGraph<Door> GRAPH = TransitionGraph.of(SHUT, TRANSITIONS);
}
