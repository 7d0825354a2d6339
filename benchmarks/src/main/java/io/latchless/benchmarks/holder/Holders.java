package io.latchless.benchmarks.holder;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.TransitionGraph;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates holders from their names in the contests. */
public final class Holders {
  /** The names of all holders, ours first. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of("StatusHolder"), Cell.LOCKS.stream()).toList();

  private Holders() {}

  /** Creates a holder in the graph's initial state. */
  public static <S extends Enum<S>, D extends @Nullable Object> Holder<S, D> create(
      String name,
      TransitionGraph<S> graph,
      D data,
      InstantSource clock,
      ListenerErrorHandler errors) {
    return name.equals("StatusHolder")
        ? new LatchlessHolder<>(StatusHolder.of(graph, data, clock, errors))
        : new MutexHolder<>(name, graph, data, clock, errors);
  }
}
