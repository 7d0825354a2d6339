package io.latchless.benchmarks.workload;

import io.latchless.primitives.TransitionGraph;
import java.util.EnumSet;
import java.util.Map;

/** A small status in which every state may follow every other, so that no transition is refused. */
public enum Light {
  /** The initial state. */
  RED,
  /** The second state. */
  GREEN,
  /** The third state. */
  AMBER;

  private static final TransitionGraph<Light> ANY_TO_ANY =
      TransitionGraph.of(
          RED,
          Map.of(
              RED, EnumSet.allOf(Light.class),
              GREEN, EnumSet.allOf(Light.class),
              AMBER, EnumSet.allOf(Light.class)));

  /** Returns the graph that allows every transition. */
  public static TransitionGraph<Light> anyToAny() {
    return ANY_TO_ANY;
  }
}
