package io.latchless.benchmarks.map;

import io.latchless.benchmarks.workload.KeyWalk;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The keys that one thread looks up or updates. */
@State(Scope.Thread)
public class Lookups {
  private KeyWalk walk;
  private KeyWalk strangers;
  private int turn;

  @Setup
  public void create(MapUse use, ThreadParams thread) {
    int entries = use.entries;
    int index = thread.getThreadIndex();
    walk = KeyWalk.over(entries, Processes::name, index);
    strangers = KeyWalk.over(4_096, number -> Processes.name(entries + number), index);
  }

  /** Returns a key in the map. */
  String present() {
    return walk.next();
  }

  /** Returns a key that is not in the map, unless another thread has just added it. */
  String absent() {
    return strangers.next();
  }

  /** Returns a value that differs from the last 1,020. */
  Integer value() {
    turn = turn + 1 & Integer.MAX_VALUE;
    return Processes.value(turn);
  }
}
