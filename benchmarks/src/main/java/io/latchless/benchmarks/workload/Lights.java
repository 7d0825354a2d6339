package io.latchless.benchmarks.workload;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The states that one thread goes to, in turn. */
@State(Scope.Thread)
public class Lights {
  private final Light[] lights = Light.values();
  private int turn;

  /** Where to go next. */
  public Light next() {
    turn = turn == lights.length - 1 ? 0 : turn + 1;
    return lights[turn];
  }
}
