package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of {@link TwoStepPublish}: who appends stops who reads, and not the reverse. */
public final class TwoStepFamily implements FreezeFamily {
  private final TwoStepPublish scenario = new TwoStepPublish();

  @Override
  public List<Start> starts() {
    return List.of(new Start("empty", scenario::setUp));
  }

  @Override
  public List<Bystander> operations() {
    return scenario.others();
  }
}
