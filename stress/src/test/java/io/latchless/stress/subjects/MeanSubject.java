package io.latchless.stress.subjects;

import io.latchless.metrics.DecayingMean;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A decaying mean of samples: the library's or a rogue. */
public interface MeanSubject {
  void record(double sample);

  double mean();

  /** Creates the library's mean. */
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
