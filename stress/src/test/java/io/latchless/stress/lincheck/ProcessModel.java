package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.ProcessSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a process that is initially running and is restarted at most twice. */
@Param(name = "generation", gen = IntGen.class, conf = "0:1")
public abstract class ProcessModel {
  private final ProcessSubject process;

  protected ProcessModel(ProcessSubject process) {
    this.process = process;
    if (!process.markRunning(0)) {
      throw new IllegalStateException("a new process must be pending, was " + process.read());
    }
  }

  @Operation
  public boolean run(@Param(name = "generation") int generation) {
    return process.markRunning(generation);
  }

  @Operation
  public boolean exit(
      @Param(name = "generation") int generation,
      @Param(gen = IntGen.class, conf = "0:1") int exitCode) {
    return process.markExited(generation, exitCode);
  }

  @Operation
  public boolean stop(@Param(name = "generation") int generation) {
    return process.markStopped(generation);
  }

  @Operation
  public boolean restart(@Param(name = "generation") int generation) {
    return process.restart(generation);
  }

  @Operation
  public String read() {
    return process.read().toString();
  }
}
