package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.TransitionGraph;

/** A status in which every state but the last leads to every other state and to itself. */
enum Door {
  OPEN,
  SHUT,
  GONE;

  static final TransitionGraph<Door> GRAPH =
      TransitionGraph.startingAt(OPEN)
          .allow(OPEN, OPEN, SHUT, GONE)
          .allow(SHUT, OPEN, SHUT, GONE)
          .build();
}
