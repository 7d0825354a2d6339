package io.latchless.benchmarks.latencies;

import io.latchless.benchmarks.workload.SampleLatencies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts latencies in one histogram. */
@State(Scope.Benchmark)
public class HistogramUse {
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

  static Object structure(String subject) {
    ValueHistogram histogram = ValueHistograms.create(subject);
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
