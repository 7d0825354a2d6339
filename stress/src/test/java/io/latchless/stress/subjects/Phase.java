package io.latchless.stress.subjects;

import io.latchless.primitives.TransitionGraph;

/** A small life cycle with one recurring and one terminal state. */
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
