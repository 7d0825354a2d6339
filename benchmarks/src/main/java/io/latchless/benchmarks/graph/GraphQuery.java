package io.latchless.benchmarks.graph;

import static io.latchless.primitives.ProcessStatus.FAILED;
import static io.latchless.primitives.ProcessStatus.PENDING;
import static io.latchless.primitives.ProcessStatus.RUNNING;
import static io.latchless.primitives.ProcessStatus.STOPPED;
import static io.latchless.primitives.ProcessStatus.SUCCESS;

import io.latchless.primitives.ProcessStatus;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Asks whether transitions are legal. */
@State(Scope.Benchmark)
public class GraphQuery {
  /** The pairs of states that one thread asks for, a different pair each time. */
  @State(Scope.Thread)
  public static class Pair {
    private final ProcessStatus[] states = ProcessStatus.values();
    private int from;
    private int to;

    void next() {
      to++;
      if (to == states.length) {
        to = 0;
        from = from == states.length - 1 ? 0 : from + 1;
      }
    }
  }

  @Param({"TransitionGraph", "EnumMap", "synchronized"})
  public String subject;

  private Transitions<ProcessStatus> graph;

  @Setup
  public void create() {
    graph =
        TransitionTables.create(
            subject,
            PENDING,
            Map.of(
                PENDING, Set.of(RUNNING, STOPPED, FAILED),
                RUNNING, Set.of(STOPPED, FAILED, SUCCESS)));
  }

  @Benchmark
  public boolean allows(Pair pair) {
    pair.next();
    return graph.allows(pair.states[pair.from], pair.states[pair.to]);
  }
}
