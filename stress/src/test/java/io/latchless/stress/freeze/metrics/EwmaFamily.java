package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.Ewma;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All operations of {@link Ewma}. */
public final class EwmaFamily implements FreezeFamily {
  private final AtomicInteger samples = new AtomicInteger();
  private Ewma ewma = new Ewma(0.5);

  @Override
  public List<Start> starts() {
    return List.of(new Start("empty", this::empty), new Start("recorded", this::recorded));
  }

  private void empty() {
    ewma = new Ewma(0.5);
  }

  private void recorded() {
    empty();
    ewma.record(samples.incrementAndGet());
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("record", () -> ewma.record(samples.incrementAndGet())),
        new Bystander("value", () -> ewma.value()));
  }
}
