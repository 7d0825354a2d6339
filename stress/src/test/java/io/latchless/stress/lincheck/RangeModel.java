package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.RangeSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a range of minimum and maximum. */
public abstract class RangeModel {
  private final RangeSubject range;

  protected RangeModel(RangeSubject range) {
    this.range = range;
  }

  @Operation
  public void record(@Param(gen = IntGen.class, conf = "1:9") int value) {
    range.record(value);
  }

  @Operation
  public String range() {
    return range.range();
  }

  @Operation
  public String rangeThenReset() {
    return range.rangeThenReset();
  }
}
