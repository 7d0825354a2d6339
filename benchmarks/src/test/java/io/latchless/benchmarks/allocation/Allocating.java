package io.latchless.benchmarks.allocation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Operations that allocate, and that the check must report. */
@State(Scope.Thread)
public class Allocating {
  private static final int RARELY = 100;

  private Object last = new Object();
  private int turn;

  @Benchmark
  public Object always() {
    return new Object();
  }

  @Benchmark
  public Object rarely() {
    turn++;
    if (turn == RARELY) {
      turn = 0;
      last = new Object();
    }
    return last;
  }
}
