package io.latchless.benchmarks.latencies;

import io.latchless.benchmarks.workload.SampleLatencies;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records latencies in one histogram. */
@State(Scope.Benchmark)
public class HistogramUse {
  private static final int RECORDS_WEIGHED = 2_000;

  @Param({
    ValueHistograms.OURS,
    ValueHistograms.SYNCHRONIZED,
    ValueHistograms.LOCK,
    ValueHistograms.RECORDER,
    ValueHistograms.ATOMIC,
    ValueHistograms.CONCURRENT,
    ValueHistograms.DROPWIZARD,
    ValueHistograms.MICROMETER
  })
  public String subject;

  private ValueHistogram histogram;

  @Setup
  public void create() {
    histogram = ValueHistograms.create(subject);
  }

  /** Returns a histogram with some records, because not all subjects allocate in advance. */
  static Object structure(String subject) {
    ValueHistogram histogram = ValueHistograms.create(subject);
    for (long nanos : SampleLatencies.draw(RECORDS_WEIGHED, new Random(1))) {
      histogram.record(nanos);
    }
    if (histogram instanceof LatchlessHistogram ours) {
      return ours.histogram();
    }
    if (histogram instanceof SharedHdr peer) {
      return peer.histogram();
    }
    if (histogram instanceof RecorderHdr peer) {
      return peer.recorder();
    }
    if (histogram instanceof DropwizardHistogram peer) {
      return peer.histogram();
    }
    return histogram instanceof MicrometerHistogram peer ? peer.timer() : histogram;
  }

  @Benchmark
  public void record(SampleLatencies latencies) {
    histogram.record(latencies.next());
  }
}
