package io.latchless.benchmarks.workload;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The next states of one thread, in turn. */
@State(Scope.Thread)
public class Lights {
  private final Light[] lights = Light.values();
  private int turn;

  /** Returns the next state. */
  public Light next() {
    turn = turn == lights.length - 1 ? 0 : turn + 1;
    return lights[turn];
  }
}
