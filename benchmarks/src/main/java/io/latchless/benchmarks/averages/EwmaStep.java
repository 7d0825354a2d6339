package io.latchless.benchmarks.averages;

/** How an average goes on with a sample. */
record EwmaStep(double alpha) {
  /** What an average is before its first sample, which it then takes the value of. */
  static final double NONE = Double.NaN;

  double next(double value, double sample) {
    return Double.isNaN(value) ? sample : value + alpha * (sample - value);
  }
}
