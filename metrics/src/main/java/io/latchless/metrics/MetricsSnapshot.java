package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Named figures that belong together, in the three shapes that monitoring systems know. A binding
 * to one of them needs nothing else of this module.
 *
 * <p>Names are words in lower case with dots between them and the unit last, in the base units of
 * Prometheus and OpenTelemetry: seconds and bytes. Immutable, in the order given.
 *
 * @param counters what only grows, from the beginning on; beyond 2<sup>53</sup> rounded as a double
 *     is
 * @param gauges what goes up and down; NaN where there is nothing to tell yet
 * @param histograms in base units too
 */
public record MetricsSnapshot(
    Map<String, Double> counters, Map<String, Double> gauges, Map<String, Histogram> histograms) {

  /**
   * A histogram in a base unit. Immutable.
   *
   * @param recorded the counts, in the unit that was recorded
   * @param perUnit how many of these units are one base unit: 10<sup>9</sup> for nanoseconds that
   *     are told in seconds
   */
  public record Histogram(HistogramSnapshot recorded, double perUnit) {
    /** Takes buckets. */
    @FunctionalInterface
    public interface BucketConsumer {
      /**
       * Takes a bucket.
       *
       * @param lowest the lowest value that it counts, in the base unit
       * @param highest the highest value that it counts, in the base unit; positive infinity for
       *     those too high
       * @param count how many were recorded, at least 1
       */
      void accept(double lowest, double highest, long count);
    }

    /**
     * A histogram of these counts.
     *
     * @param recorded the counts, in the unit that was recorded
     * @param perUnit how many of these units are one base unit, greater than 0 and finite
     * @throws IllegalArgumentException if {@code perUnit} is out of these bounds
     */
    public Histogram {
      requireNonNull(recorded, "recorded");
      if (!(perUnit > 0 && perUnit <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "perUnit must be greater than 0 and finite, was " + perUnit);
      }
    }

    /**
     * Returns how many values were recorded.
     *
     * @return as {@link HistogramSnapshot#count}
     */
    public long count() {
      return recorded.count();
    }

    /**
     * Returns the mean.
     *
     * @return as {@link HistogramSnapshot#mean}, in the base unit
     */
    public OptionalDouble mean() {
      OptionalDouble mean = recorded.mean();
      return mean.isEmpty() ? mean : OptionalDouble.of(mean.getAsDouble() / perUnit);
    }

    /**
     * Returns a quantile.
     *
     * @param q from 0 to 1
     * @return as {@link HistogramSnapshot#quantile}, in the base unit
     * @throws IllegalArgumentException if {@code q} is not from 0 to 1
     */
    public OptionalDouble quantile(double q) {
      OptionalLong quantile = recorded.quantile(q);
      return quantile.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(quantile.getAsLong() / perUnit);
    }

    /**
     * Goes through the buckets that are not empty, from the lowest values to the highest.
     *
     * @param action is told of each, on the calling thread; what it throws ends the walk and is
     *     passed on
     */
    public void forEachBucket(BucketConsumer action) {
      requireNonNull(action, "action");
      recorded.forEachBucket(
          (lowest, highest, count) ->
              action.accept(
                  lowest / perUnit,
                  highest == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : highest / perUnit,
                  count));
    }
  }

  /**
   * Copies the maps.
   *
   * @param counters what only grows, from the beginning on; beyond 2<sup>53</sup> rounded as a
   *     double is
   * @param gauges what goes up and down; NaN where there is nothing to tell yet
   * @param histograms in base units too
   * @throws NullPointerException if a map, a name or a figure is null
   */
  public MetricsSnapshot {
    counters = copy(counters, "counters");
    gauges = copy(gauges, "gauges");
    histograms = copy(histograms, "histograms");
  }

  private static <V> Map<String, V> copy(Map<String, V> map, String name) {
    requireNonNull(map, name);
    map.forEach(
        (key, value) -> {
          requireNonNull(key, name);
          requireNonNull(value, name);
        });
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
