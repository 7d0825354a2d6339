package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * A status that alternates between states, and a caller that expects one particular visit to a
 * state.
 */
public abstract class ReturnModel {
  private final StatusSubject status;

  protected ReturnModel(StatusSubject status) {
    this.status = status;
  }

  @Operation
  public boolean begin() {
    return status.tryTransition(Phase.IDLE, Phase.BUSY);
  }

  @Operation
  public boolean end() {
    return status.tryTransition(Phase.BUSY, Phase.IDLE);
  }

  @Operation(runOnce = true)
  public boolean beginFrom(@Param(gen = IntGen.class, conf = "0:1") int version) {
    return status.tryTransition(version, Phase.BUSY);
  }
}
