package io.latchless.benchmarks.latencies;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Micrometer's timer with buckets. It also sums up values and keeps the maximum. */
final class MicrometerHistogram implements ValueHistogram {
  private final Timer timer = new BucketTimers().timer("latency");

  Timer timer() {
    return timer;
  }

  @Override
  public void record(long nanos) {
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public long count() {
    return timer.count();
  }

  @Override
  public double quantile(double q) {
    return BucketTimers.quantile(q, timer);
  }
}
