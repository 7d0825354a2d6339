package io.latchless.stress.rogues;

import io.latchless.metrics.RequestMetrics;
import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.RequestSubject;
import io.latchless.stress.subjects.Turn;

/** Keeps the previous snapshot in a volatile field: two concurrent callers get the same records. */
@Rogue(
    trap = "double counting: two callers get the same interval",
    caughtBy = RequestRoguesTest.class)
public final class IntervalsWithoutCompareAndSet implements RequestSubject {
  private final RequestSubject metrics =
      RequestSubject.of(RequestMetrics.builder().histogram(2, 100).build());
  private volatile Figures before = new Figures(0, 0, 0, 0, 0);

  @Override
  public void record(boolean success, long bytes, long nanos) {
    metrics.record(success, bytes, nanos);
  }

  @Override
  public Figures snapshot() {
    return metrics.snapshot();
  }

  @Override
  public Figures interval() {
    Figures from = before;
    Figures to = metrics.snapshot();
    Turn.pass(); // lets another thread in between
    before = to;
    return new Figures(
        to.successes() - from.successes(),
        to.failures() - from.failures(),
        to.bytes() - from.bytes(),
        to.nanos() - from.nanos(),
        to.inHistogram() - from.inHistogram());
  }
}
