package io.latchless.benchmarks.requests;

import io.latchless.benchmarks.averages.PlainDecay;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Metrics in plain fields. The subclass calls {@code add} and {@code copy} under its lock. It does
 * not hold the lock while it reads the clock or computes figures.
 */
abstract class PlainRequests implements Requests {
  private final @Nullable PlainDecay decay;
  private final @Nullable PlainBuckets buckets;
  private long successes;
  private long failures;
  private long bytes;
  private long latencyNanos;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  /** Creates metrics; with a clock, decaying figures and a histogram are included. */
  PlainRequests(@Nullable LongSupplier nanoClock) {
    decay = nanoClock == null ? null : new PlainDecay(RequestSubjects.HALF_LIFE, nanoClock);
    buckets = nanoClock == null ? null : new PlainBuckets();
  }

  @Override
  public final void record(boolean success, long bytes, long nanos) {
    add(success, bytes, nanos, decay == null ? 0 : decay.now());
  }

  void add(boolean success, long requestBytes, long nanos, long now) {
    if (success) {
      successes++;
    } else {
      failures++;
    }
    bytes += requestBytes;
    latencyNanos += nanos;
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
    if (decay != null) {
      decay.add(now, 1, (double) nanos);
    }
    if (buckets != null) {
      buckets.add(nanos);
    }
  }

  Copy copy() {
    return new Copy(
        RequestFigures.plain(
            successes,
            failures,
            bytes,
            latencyNanos,
            successes + failures == 0 ? 0 : minNanos,
            maxNanos),
        decay == null ? null : decay.copy(),
        buckets == null ? null : buckets.copy());
  }

  @Override
  public final RequestFigures figures() {
    return copy().figures();
  }

  /** The state that must be read under the lock. */
  record Copy(RequestFigures plain, @Nullable PlainDecay decay, @Nullable PlainBuckets buckets) {
    RequestFigures figures() {
      return new RequestFigures(
          plain.successes(),
          plain.failures(),
          plain.bytes(),
          plain.latencyNanos(),
          plain.minNanos(),
          plain.maxNanos(),
          decay == null ? Double.NaN : decay.mean(),
          decay == null ? Double.NaN : decay.perSecond(),
          buckets == null ? Double.NaN : buckets.quantile(0.99));
    }
  }
}
