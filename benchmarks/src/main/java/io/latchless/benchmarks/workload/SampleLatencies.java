package io.latchless.benchmarks.workload;

import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Latencies in nanoseconds for one thread to record, over and over. They are log-normal, as
 * latencies often are: half of them are below a millisecond, and one of a hundred is above ten.
 */
@State(Scope.Thread)
public class SampleLatencies {
  /** A power of two. The latencies fit into a core's own cache. */
  private static final int LENGTH = 1_024;

  private static final double MEDIAN_NANOS = 1_000_000;

  private long[] latencies = {};
  private int at;

  /** Draws the latencies of a thread. */
  @Setup
  public void draw(ThreadParams thread) {
    latencies = draw(LENGTH, new Random(thread.getThreadIndex()));
  }

  /** Draws the given number of latencies. */
  public static long[] draw(int count, Random random) {
    long[] drawn = new long[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = Math.round(MEDIAN_NANOS * Math.exp(random.nextGaussian()));
    }
    return drawn;
  }

  /** Returns the next latency. */
  public long next() {
    at = at + 1 & LENGTH - 1;
    return latencies[at];
  }
}
