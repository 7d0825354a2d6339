package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;

/** Unusable: the victim's operation touches no code outside the scenario. */
public final class NothingToStep implements FreezeScenario {
  private long value;

  @Override
  public void setUp() {
    value = 0;
  }

  @Override
  public void victim() {
    value++;
  }

  @Override
  public List<Bystander> others() {
    return List.of(new Bystander("read", () -> Math.negateExact(value)));
  }
}
