package io.latchless.benchmarks.requests;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.latchless.benchmarks.latencies.BucketTimers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Two timers of Micrometer with different tags, and a counter, read one after the other. The
 * maximum latency is that of the last minutes. There is no minimum, and no figure that decays.
 */
final class MicrometerRequests implements Requests {
  private static final String NAME = "requests";
  private static final String TAG = "outcome";
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";

  private final Timer successes;
  private final Timer failures;
  private final Counter bytes;
  private final boolean buckets;

  MicrometerRequests(boolean buckets) {
    this.buckets = buckets;
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    BucketTimers timers = new BucketTimers();
    successes = buckets ? timers.timer(NAME, TAG, SUCCESS) : registry.timer(NAME, TAG, SUCCESS);
    failures = buckets ? timers.timer(NAME, TAG, FAILURE) : registry.timer(NAME, TAG, FAILURE);
    bytes = registry.counter("bytes");
  }

  @Override
  public void record(boolean success, long bytes, long nanos) {
    (success ? successes : failures).record(nanos, NANOSECONDS);
    this.bytes.increment((double) bytes);
  }

  @Override
  public RequestFigures figures() {
    return new RequestFigures(
        successes.count(),
        failures.count(),
        (long) bytes.count(),
        (long) (successes.totalTime(NANOSECONDS) + failures.totalTime(NANOSECONDS)),
        RequestFigures.NOT_KEPT,
        (long) Math.max(successes.max(NANOSECONDS), failures.max(NANOSECONDS)),
        Double.NaN,
        Double.NaN,
        buckets ? BucketTimers.quantile(0.99, successes, failures) : Double.NaN);
  }
}
