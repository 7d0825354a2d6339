package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/**
 * The operations of {@link TwoStepPublish}: a frozen append stops readers, a frozen read stops
 * none.
 */
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
