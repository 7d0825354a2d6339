package io.latchless.benchmarks.latencies;

import com.codahale.metrics.ExponentiallyDecayingReservoir;
import com.codahale.metrics.Histogram;
import io.latchless.metrics.LatencyHistogram;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.ConcurrentHistogram;

/** Creates histograms from their names in the contests. */
public final class ValueHistograms {
  static final String OURS = "LatencyHistogram";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";
  static final String RECORDER = "HdrHistogram Recorder";
  static final String ATOMIC = "HdrHistogram AtomicHistogram";
  static final String CONCURRENT = "HdrHistogram ConcurrentHistogram";
  static final String DROPWIZARD = "Dropwizard Histogram";
  static final String MICROMETER = "Micrometer Timer";

  /** The names of all histograms, ours first. */
  public static final List<String> NAMES =
      List.of(OURS, SYNCHRONIZED, LOCK, RECORDER, ATOMIC, CONCURRENT, DROPWIZARD, MICROMETER);

  static final long HIGHEST = TimeUnit.HOURS.toNanos(1);

  /** The fewest digits that make HdrHistogram at least as exact as ours. */
  static final int DIGITS = 2;

  private ValueHistograms() {}

  /** Creates an empty histogram. */
  public static ValueHistogram create(String name) {
    return switch (name) {
      case OURS -> new LatchlessHistogram(new LatencyHistogram());
      case SYNCHRONIZED -> new SynchronizedHdr();
      case LOCK -> new LockHdr();
      case RECORDER -> new RecorderHdr();
      case ATOMIC -> new SharedHdr(new AtomicHistogram(HIGHEST, DIGITS));
      case CONCURRENT -> new SharedHdr(new ConcurrentHistogram(HIGHEST, DIGITS));
      case DROPWIZARD ->
          new DropwizardHistogram(new Histogram(new ExponentiallyDecayingReservoir()));
      case MICROMETER -> new MicrometerHistogram();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
