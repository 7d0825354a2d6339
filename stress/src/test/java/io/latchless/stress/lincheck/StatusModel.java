package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a status. */
@Param(name = "version", gen = IntGen.class, conf = "0:2")
public abstract class StatusModel {
  private final StatusSubject status;

  protected StatusModel(StatusSubject status) {
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

  @Operation
  public boolean finish() {
    return status.transitionIfAllowed(Phase.DONE);
  }

  @Operation
  public boolean beginFrom(@Param(name = "version") int version) {
    return status.tryTransition(version, Phase.BUSY);
  }

  @Operation
  public String snapshot() {
    return status.snapshot();
  }
}
