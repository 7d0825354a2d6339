package io.latchless.benchmarks.averages;

/** The step of an average from one sample to the next. */
record EwmaStep(double alpha) {
  /** The value of an average before its first sample; that sample becomes the average. */
  static final double NONE = Double.NaN;

  double next(double value, double sample) {
    return Double.isNaN(value) ? sample : value + alpha * (sample - value);
  }
}
