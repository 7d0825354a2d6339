package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.MaxMin;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** All operations of {@link MaxMin}. */
public final class MaxMinFamily implements FreezeFamily {
  private final AtomicLong outwards = new AtomicLong();
  private MaxMin maxMin = new MaxMin();

  @Override
  public List<Start> starts() {
    return List.of(new Start("empty", this::empty), new Start("recorded", this::recorded));
  }

  private void empty() {
    maxMin = new MaxMin();
  }

  private void recorded() {
    empty();
    maxMin.record(0);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("recordGreatest", () -> maxMin.record(outwards.incrementAndGet())),
        new Bystander("recordLeast", () -> maxMin.record(-outwards.incrementAndGet())),
        new Bystander("recordInside", () -> maxMin.record(0)),
        new Bystander("recordSeal", () -> maxMin.record(Long.MAX_VALUE)),
        new Bystander("max", () -> maxMin.max()),
        new Bystander("min", () -> maxMin.min()),
        new Bystander("range", () -> maxMin.range()),
        new Bystander("rangeThenReset", () -> maxMin.rangeThenReset()));
  }
}
