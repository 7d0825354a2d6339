package io.latchless.benchmarks.workload;

import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Which operations of one thread are writes: an exact share, in an order that is shuffled once per
 * thread, so that choosing costs one read of an array and threads do not march in step.
 */
@State(Scope.Thread)
public class Mix {
  private static final int LENGTH = 4_000;

  /** How many operations of a hundred write. */
  @Param("10")
  public int writePercent;

  private final boolean[] writes = new boolean[LENGTH];
  private int turn;

  /** Shuffles the order. */
  @Setup
  public void shuffle(ThreadParams thread) {
    for (int i = 0; i < LENGTH; i++) {
      writes[i] = i < LENGTH * writePercent / 100;
    }
    Random random = new Random(thread.getThreadIndex());
    for (int i = LENGTH - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      boolean swapped = writes[i];
      writes[i] = writes[other];
      writes[other] = swapped;
    }
  }

  /** Whether the next operation writes. */
  public boolean nextIsWrite() {
    turn = turn == LENGTH - 1 ? 0 : turn + 1;
    return writes[turn];
  }
}
