package io.latchless.stress.subjects;

import io.latchless.metrics.DecayingMean;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A mean of samples, of which the older count for less; ours or a rogue. */
public interface MeanSubject {
  void record(double sample);

  double mean();

  /** Ours. */
  static MeanSubject of(Duration halfLife, LongSupplier nanoClock) {
    DecayingMean mean = new DecayingMean(halfLife, nanoClock);
    return new MeanSubject() {
      @Override
      public void record(double sample) {
        mean.record(sample);
      }

      @Override
      public double mean() {
        return mean.mean();
      }
    };
  }
}
