package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.Gauge;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** All operations of {@link Gauge}. */
public final class GaugeFamily implements FreezeFamily {
  private Gauge gauge = new Gauge();

  @Override
  public List<Start> starts() {
    return List.of(new Start("zero", this::zero));
  }

  private void zero() {
    gauge = new Gauge();
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("get", () -> gauge.get()),
        new Bystander("set", () -> gauge.set(7)),
        new Bystander("add", () -> gauge.add(-2)),
        new Bystander("increment", () -> gauge.increment()),
        new Bystander("decrement", () -> gauge.decrement()));
  }
}
