package io.latchless.stress.subjects;

import io.latchless.primitives.TransitionGraph;

/** A small life with a state that returns and a state that ends it. */
public enum Phase {
  IDLE,
  BUSY,
  DONE;

  private static final TransitionGraph<Phase> GRAPH =
      TransitionGraph.startingAt(IDLE).allow(IDLE, BUSY, DONE).allow(BUSY, IDLE, DONE).build();

  public static TransitionGraph<Phase> graph() {
    return GRAPH;
  }
}
