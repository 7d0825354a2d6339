package io.latchless.primitives;

/** States of a graph with a cycle and a terminal state. */
enum Door {
  SHUT,
  OPEN,
  LOCKED,
  BROKEN;

  static final TransitionGraph<Door> DOORS =
      TransitionGraph.startingAt(SHUT)
          .allow(SHUT, OPEN, LOCKED)
          .allow(OPEN, SHUT, BROKEN)
          .allow(LOCKED, SHUT)
          .build();

  /** SHUT may follow itself. */
  static final TransitionGraph<Door> ANY_FROM_SHUT =
      TransitionGraph.startingAt(SHUT).allow(SHUT, SHUT, OPEN, LOCKED, BROKEN).build();
}
