package io.latchless.benchmarks.requests;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * An adder of the JDK for each figure. The reader reads them one after the other, so a request may
 * be in one and not yet in the next.
 */
final class AdderRequests implements Requests {
  private final LongAdder successes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder latencyNanos = new LongAdder();
  private final LongAccumulator minNanos = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

  @Override
  public void record(boolean success, long bytes, long nanos) {
    (success ? successes : failures).increment();
    this.bytes.add(bytes);
    latencyNanos.add(nanos);
    minNanos.accumulate(nanos);
    maxNanos.accumulate(nanos);
  }

  @Override
  public RequestFigures figures() {
    long succeeded = successes.sum();
    long failed = failures.sum();
    return RequestFigures.plain(
        succeeded,
        failed,
        bytes.sum(),
        latencyNanos.sum(),
        succeeded + failed == 0 ? 0 : minNanos.get(),
        maxNanos.get());
  }
}
