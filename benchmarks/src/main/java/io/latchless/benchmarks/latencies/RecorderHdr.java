package io.latchless.benchmarks.latencies;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** HdrHistogram's recorder; the reader adds up its intervals. */
final class RecorderHdr implements ValueHistogram {
  private final Recorder recorder = new Recorder(ValueHistograms.HIGHEST, ValueHistograms.DIGITS);
  private final Histogram all = new Histogram(ValueHistograms.HIGHEST, ValueHistograms.DIGITS);

  Recorder recorder() {
    return recorder;
  }

  @Override
  public void record(long nanos) {
    recorder.recordValue(nanos);
  }

  @Override
  public long count() {
    synchronized (all) {
      all.add(recorder.getIntervalHistogram());
      return all.getTotalCount();
    }
  }

  @Override
  public double quantile(double q) {
    synchronized (all) {
      all.add(recorder.getIntervalHistogram());
      return (double) all.getValueAtPercentile(100 * q);
    }
  }
}
