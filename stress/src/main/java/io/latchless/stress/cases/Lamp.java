package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.TransitionGraph;
import java.time.Instant;
import java.time.InstantSource;

/** The smallest status type that can return to an earlier state. */
enum Lamp {
  DARK,
  LIT;

  private static final InstantSource STOPPED_CLOCK = InstantSource.fixed(Instant.EPOCH);

  static TransitionGraph<Lamp> graph() {
    return TransitionGraph.startingAt(DARK).allow(DARK, LIT).allow(LIT, DARK).build();
  }

  static AtomicStatus<Lamp> status() {
    return new AtomicStatus<>(graph());
  }

  static StatusHolder<Lamp, Box> holder(Box data) {
    return StatusHolder.of(graph(), data, STOPPED_CLOCK, ListenerErrorHandler.logging());
  }
}
