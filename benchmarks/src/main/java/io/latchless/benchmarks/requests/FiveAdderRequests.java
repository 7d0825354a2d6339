package io.latchless.benchmarks.requests;

import java.util.concurrent.atomic.LongAdder;

/**
 * Five adders, as many services keep them: one holds the total, and there is no minimum or maximum.
 * The reader reads them one after the other, so a request in the total may be missing elsewhere.
 */
final class FiveAdderRequests implements Requests {
  private final LongAdder requests = new LongAdder();
  private final LongAdder successes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder latencyNanos = new LongAdder();

  @Override
  public void record(boolean success, long bytes, long nanos) {
    requests.increment();
    (success ? successes : failures).increment();
    this.bytes.add(bytes);
    latencyNanos.add(nanos);
  }

  /** Returns the total as a service reports it. */
  long requests() {
    return requests.sum();
  }

  @Override
  public RequestFigures figures() {
    return RequestFigures.plain(
        successes.sum(),
        failures.sum(),
        bytes.sum(),
        latencyNanos.sum(),
        RequestFigures.NOT_KEPT,
        RequestFigures.NOT_KEPT);
  }
}
