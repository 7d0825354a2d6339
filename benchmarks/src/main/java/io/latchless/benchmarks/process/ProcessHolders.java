package io.latchless.benchmarks.process;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessStatusHolder;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Creates process holders from their names in the contests. */
public final class ProcessHolders {
  /** The names of all process holders, ours first. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of("ProcessStatusHolder"), Cell.LOCKS.stream()).toList();

  private ProcessHolders() {}

  /** Creates a holder of a pending process. */
  public static ProcessHolder create(
      String name, InstantSource clock, ListenerErrorHandler errors) {
    return name.equals("ProcessStatusHolder")
        ? new LatchlessProcessHolder(new ProcessStatusHolder(clock, errors))
        : new MutexProcessHolder(name, clock, errors);
  }
}
