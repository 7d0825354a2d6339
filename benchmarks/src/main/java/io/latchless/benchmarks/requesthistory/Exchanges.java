package io.latchless.benchmarks.requesthistory;

import io.latchless.benchmarks.requests.Traffic;
import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The requests of {@link Traffic} as objects created in advance. */
@State(Scope.Thread)
public class Exchanges {
  /** A power of two. */
  private static final int LENGTH = 1_024;

  private final Exchange[] exchanges = new Exchange[LENGTH];
  private int at;

  @Setup
  public void draw(ThreadParams thread) {
    Traffic traffic = new Traffic();
    traffic.draw(new Random(thread.getThreadIndex()));
    for (int i = 0; i < LENGTH; i++) {
      exchanges[i] = new Exchange(traffic.success(), traffic.bytes(), traffic.nanos());
      traffic.advance();
    }
  }

  /** Returns the next request. */
  public Exchange next() {
    at = at + 1 & LENGTH - 1;
    return exchanges[at];
  }
}
