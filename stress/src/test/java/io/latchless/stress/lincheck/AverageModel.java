package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.AverageSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of an average. */
public abstract class AverageModel {
  private final AverageSubject average;

  protected AverageModel(AverageSubject average) {
    this.average = average;
  }

  @Operation
  public void record(@Param(gen = IntGen.class, conf = "1:9") int sample) {
    average.record(sample);
  }

  @Operation
  public double value() {
    return average.value();
  }
}
