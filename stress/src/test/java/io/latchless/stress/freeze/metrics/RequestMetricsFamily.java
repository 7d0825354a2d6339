package io.latchless.stress.freeze.metrics;

import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestMetrics;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;

/** The operations of {@link RequestMetrics} with every option, including decaying figures. */
public final class RequestMetricsFamily implements FreezeFamily {
  private RequestMetrics metrics = new RequestMetrics();

  @Override
  public List<Start> starts() {
    return List.of(new Start("some", this::start));
  }

  private void start() {
    metrics = RequestMetrics.builder().decaying(Duration.ofSeconds(1)).histogram(1, 8).build();
    metrics.record(Outcome.SUCCESS, 1, 1);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("record", () -> metrics.record(Outcome.FAILURE, 2, 5)),
        new Bystander("snapshot", () -> metrics.snapshot()),
        new Bystander("interval", () -> metrics.interval()));
  }
}
