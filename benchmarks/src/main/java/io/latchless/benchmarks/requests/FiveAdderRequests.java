package io.latchless.benchmarks.requests;

import java.util.concurrent.atomic.LongAdder;

/**
 * What services are often found to keep: five adders, the total in one of its own, no shortest and
 * no longest. They are read one after the other: what is in the total may be missing elsewhere.
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

  /** As it shows up in the report of a service. */
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
