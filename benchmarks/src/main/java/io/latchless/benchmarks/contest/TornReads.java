package io.latchless.benchmarks.contest;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts one thread's torn reads of shared state. A benchmark whose state has an invariant takes
 * one as its argument.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class TornReads {
  public long looks;
  public long torn;

  /**
   * Counts a read.
   *
   * @param whole whether the invariant held
   */
  public void looked(boolean whole) {
    looks++;
    if (!whole) {
      torn++;
    }
  }
}
