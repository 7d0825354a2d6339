package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.Counter;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** All operations of {@link Counter}. */
public final class CounterFamily implements FreezeFamily {
  private Counter counter = new Counter();

  @Override
  public List<Start> starts() {
    return List.of(new Start("fresh", this::fresh));
  }

  private void fresh() {
    counter = new Counter();
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("increment", () -> counter.increment()),
        new Bystander("add", () -> counter.add(2)),
        new Bystander("sum", () -> counter.sum()),
        new Bystander("sumThenReset", () -> counter.sumThenReset()));
  }
}
