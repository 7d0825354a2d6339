package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.RequestSubject;

/** Adds without saturation: a sum that overflows a {@code long} becomes negative. */
@Rogue(trap = "sums that overflow silently", caughtBy = RequestRoguesTest.class)
public final class RequestsThatOverflow implements RequestSubject {
  private Figures total = new Figures(0, 0, 0, 0, 0);
  private Figures before = total;

  @Override
  public synchronized void record(boolean success, long bytes, long nanos) {
    total =
        new Figures(
            total.successes() + (success ? 1 : 0),
            total.failures() + (success ? 0 : 1),
            total.bytes() + bytes,
            total.nanos() + nanos,
            total.inHistogram() + 1);
  }

  @Override
  public synchronized Figures snapshot() {
    return total;
  }

  @Override
  public synchronized Figures interval() {
    Figures from = before;
    before = total;
    return new Figures(
        total.successes() - from.successes(),
        total.failures() - from.failures(),
        total.bytes() - from.bytes(),
        total.nanos() - from.nanos(),
        total.inHistogram() - from.inHistogram());
  }
}
