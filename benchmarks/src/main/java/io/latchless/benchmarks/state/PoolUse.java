package io.latchless.benchmarks.state;

import io.latchless.benchmarks.contest.TornReads;
import io.latchless.benchmarks.workload.Mix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Counts a pool's connections, or moves one; also counts the torn reads. */
@State(Scope.Benchmark)
public class PoolUse {
  @Param({
    Pools.OURS,
    Pools.SYNCHRONIZED,
    Pools.LOCK,
    Pools.STAMPED_LOCK,
    Pools.REFERENCE,
    Pools.SEPARATE
  })
  public String subject;

  @Param("0")
  public int work;

  private Pool pool;

  @Setup
  public void create() {
    pool = Pools.create(subject);
  }

  static Object structure(String subject) {
    Pool pool = Pools.create(subject);
    if (pool instanceof LatchlessPool ours) {
      return ours.now();
    }
    return pool instanceof ReferencePool peer ? peer.now() : pool;
  }

  @Benchmark
  public void share(Mix mix, Moves moves, TornReads tears) {
    Blackhole.consumeCPU(work);
    if (mix.nextIsWrite()) {
      pool.move(moves.next());
    } else {
      tears.looked(pool.count() == Pool.CONNECTIONS);
    }
  }

  /** The next move of a thread: one connection all the way round, then the next. */
  @State(Scope.Thread)
  public static class Moves {
    private int step;

    int next() {
      int now = step;
      step = now == 2 ? 0 : now + 1;
      return now;
    }
  }
}
