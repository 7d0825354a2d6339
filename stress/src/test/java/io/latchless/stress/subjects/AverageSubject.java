package io.latchless.stress.subjects;

import io.latchless.metrics.Ewma;

/** An exponentially weighted moving average: the library's or a rogue. */
public interface AverageSubject {
  void record(double sample);

  /** Returns the average, or NaN if nothing has been recorded. */
  double value();

  static AverageSubject of(Ewma ewma) {
    return new AverageSubject() {
      @Override
      public void record(double sample) {
        ewma.record(sample);
      }

      @Override
      public double value() {
        return ewma.value();
      }
    };
  }
}
