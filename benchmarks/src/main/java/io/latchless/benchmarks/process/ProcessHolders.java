package io.latchless.benchmarks.process;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessStatusHolder;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Makes process holders by the names that the contests give them. */
public final class ProcessHolders {
  /** Every name, ours first. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of("ProcessStatusHolder"), Cell.LOCKS.stream()).toList();

  private ProcessHolders() {}

  /** A new holder of a pending process. */
  public static ProcessHolder create(
      String name, InstantSource clock, ListenerErrorHandler errors) {
    return name.equals("ProcessStatusHolder")
        ? new LatchlessProcessHolder(new ProcessStatusHolder(clock, errors))
        : new MutexProcessHolder(name, clock, errors);
  }
}
