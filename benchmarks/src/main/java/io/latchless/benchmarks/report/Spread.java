package io.latchless.benchmarks.report;

import java.util.Collection;
import java.util.List;

/**
 * The range of the figures of several rounds.
 *
 * @param low the smallest figure
 * @param median the middle figure, or the mean of the middle two
 * @param high the largest figure
 */
record Spread(double low, double median, double high) {
  /** The spread of no figures, written as "none". */
  private static final Spread EMPTY = new Spread(Double.NaN, Double.NaN, Double.NaN);

  static Spread of(Collection<Double> figures) {
    if (figures.isEmpty()) {
      return EMPTY;
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get(last - last / 2)) / 2;
    return new Spread(sorted.get(0), median, sorted.get(last));
  }
}
