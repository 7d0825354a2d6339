package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.SlotSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a slot for one batch. */
public abstract class SlotModel {
  private final SlotSubject slot;

  protected SlotModel(SlotSubject slot) {
    this.slot = slot;
  }

  @Operation
  public boolean offer(@Param(gen = IntGen.class, conf = "1:9") int batch) {
    return slot.offer(batch);
  }

  @Operation
  public int poll() {
    return slot.poll();
  }
}
