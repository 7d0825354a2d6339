package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.RequestSubject;
import java.util.function.LongSupplier;

/** Treats an interval that ends before it began as empty, and drops its records. */
@Rogue(
    trap = "an interval emptied by a clock that was set back",
    caughtBy = RequestRoguesTest.class)
public final class IntervalsByTheClock implements RequestSubject {
  private final RequestSubject metrics = new RequestsThatOverflow();
  private final LongSupplier nanoClock;
  private long begin;

  public IntervalsByTheClock(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    begin = nanoClock.getAsLong();
  }

  @Override
  public void record(boolean success, long bytes, long nanos) {
    metrics.record(success, bytes, nanos);
  }

  @Override
  public Figures snapshot() {
    return metrics.snapshot();
  }

  @Override
  public synchronized Figures interval() {
    long end = nanoClock.getAsLong();
    Figures figures = metrics.interval();
    Figures shown = end < begin ? new Figures(0, 0, 0, 0, 0) : figures;
    begin = end;
    return shown;
  }
}
