package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.RequestSubject;
import java.util.concurrent.atomic.LongAdder;

/** Keeps one adder for each figure: a reader, or the end of an interval, may come between them. */
@Rogue(
    trap = "five adders read one after another: totals that do not add up",
    caughtBy = RequestRoguesTest.class)
public final class RequestsInSeparateAdders implements RequestSubject {
  private final LongAdder successes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder inHistogram = new LongAdder();

  @Override
  public void record(boolean success, long requestBytes, long requestNanos) {
    (success ? successes : failures).increment();
    bytes.add(requestBytes);
    nanos.add(requestNanos);
    inHistogram.increment();
  }

  @Override
  public Figures snapshot() {
    return new Figures(
        successes.sum(), failures.sum(), bytes.sum(), nanos.sum(), inHistogram.sum());
  }

  @Override
  public Figures interval() {
    return new Figures(
        successes.sumThenReset(),
        failures.sumThenReset(),
        bytes.sumThenReset(),
        nanos.sumThenReset(),
        inHistogram.sumThenReset());
  }
}
