package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.LatencyHistogram;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of a {@link LatencyHistogram} with few buckets. */
public final class LatencyHistogramFamily implements FreezeFamily {
  private LatencyHistogram histogram = new LatencyHistogram(1, 3);

  @Override
  public List<Start> starts() {
    return List.of(new Start("recorded", this::recorded));
  }

  private void recorded() {
    LatencyHistogram fresh = new LatencyHistogram(1, 3);
    fresh.record(1);
    histogram = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("record", () -> histogram.record(1)),
        new Bystander("recordCorrected", () -> histogram.recordCorrected(3, 1)),
        new Bystander("snapshot", () -> histogram.snapshot()),
        new Bystander("snapshotThenReset", () -> histogram.snapshotThenReset()));
  }
}
