package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.LatestSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a latest value. */
public abstract class LatestModel {
  private final LatestSubject latest;

  protected LatestModel(LatestSubject latest) {
    this.latest = latest;
  }

  @Operation
  public long publish(@Param(gen = IntGen.class, conf = "1:9") int value) {
    return latest.publish(value);
  }

  @Operation
  public String snapshot() {
    return latest.snapshot().toString();
  }
}
