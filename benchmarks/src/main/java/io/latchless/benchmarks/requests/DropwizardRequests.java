package io.latchless.benchmarks.requests;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import java.util.concurrent.TimeUnit;

/**
 * A timer and two counters of Dropwizard, read one after the other. The timer always keeps
 * everything: rates that are renewed every five seconds, and a sample of about a thousand latencies
 * that favours recent ones. Quantiles, minimum and maximum are those of the sample. There is no sum
 * of latencies.
 */
final class DropwizardRequests implements Requests {
  private final Timer timer = new Timer();
  private final Counter failures = new Counter();
  private final Counter bytes = new Counter();

  @Override
  public void record(boolean success, long bytes, long nanos) {
    timer.update(nanos, TimeUnit.NANOSECONDS);
    this.bytes.inc(bytes);
    if (!success) {
      failures.inc();
    }
  }

  @Override
  public RequestFigures figures() {
    long failed = failures.getCount();
    Snapshot sample = timer.getSnapshot();
    return new RequestFigures(
        timer.getCount() - failed,
        failed,
        bytes.getCount(),
        RequestFigures.NOT_KEPT,
        sample.getMin(),
        sample.getMax(),
        sample.getMean(),
        timer.getOneMinuteRate(),
        sample.get99thPercentile());
  }
}
