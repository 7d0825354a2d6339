package io.latchless.benchmarks.contest;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts how many of one thread's looks at shared state saw parts of different moments. A benchmark
 * whose state has a rule that holds at every moment takes one as its argument.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class TornReads {
  public long looks;
  public long torn;

  /**
   * Counts a look.
   *
   * @param whole whether the rule held
   */
  public void looked(boolean whole) {
    looks++;
    if (!whole) {
      torn++;
    }
  }
}
