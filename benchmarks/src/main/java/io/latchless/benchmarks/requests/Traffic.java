package io.latchless.benchmarks.requests;

import io.latchless.benchmarks.workload.SampleLatencies;
import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Requests for one thread to record, over and over. One of a hundred fails. Their latencies are
 * those of {@link SampleLatencies}, and their bytes do not depend on their latencies.
 */
@State(Scope.Thread)
public class Traffic {
  /** A power of two. */
  private static final int LENGTH = 1_024;

  private static final int MOST_BYTES = 100_000;

  private final boolean[] successes = new boolean[LENGTH];
  private final long[] bytes = new long[LENGTH];
  private long[] nanos = {};
  private int at;

  @Setup
  public void draw(ThreadParams thread) {
    draw(new Random(thread.getThreadIndex()));
  }

  /** Draws the requests. */
  public void draw(Random random) {
    for (int i = 0; i < LENGTH; i++) {
      successes[i] = random.nextInt(100) != 0;
      bytes[i] = random.nextInt(MOST_BYTES);
    }
    nanos = SampleLatencies.draw(LENGTH, random);
  }

  /** Advances to the next request. */
  public void advance() {
    at = at + 1 & LENGTH - 1;
  }

  public boolean success() {
    return successes[at];
  }

  public long bytes() {
    return bytes[at];
  }

  public long nanos() {
    return nanos[at];
  }
}
