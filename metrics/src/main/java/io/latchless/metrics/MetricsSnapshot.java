package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Named figures that belong together, in the three shapes that monitoring systems know. A binding
 * to such a system needs nothing else from this module.
 *
 * <p>Names are lower-case words with dots between them and the unit last, in the base units of
 * Prometheus and OpenTelemetry: seconds and bytes. Immutable; the maps keep the given order.
 *
 * @param counters figures that only grow, from the beginning on; rounded as a double is beyond
 *     2<sup>53</sup>
 * @param gauges figures that go up and down; NaN if there is no value yet
 * @param histograms histograms in base units
 * @since 0.1.0
 */
public record MetricsSnapshot(
    Map<String, Double> counters, Map<String, Double> gauges, Map<String, Histogram> histograms) {

  /**
   * A histogram in a base unit. Immutable.
   *
   * @param recorded the counts, in the recorded unit
   * @param perUnit how many recorded units make one base unit: 10<sup>9</sup> for nanoseconds
   *     reported in seconds
   */
  public record Histogram(HistogramSnapshot recorded, double perUnit) {
    /** Receives buckets. */
    @FunctionalInterface
    public interface BucketConsumer {
      /**
       * Receives a bucket.
       *
       * @param lowest the lowest value that it counts, in the base unit
       * @param highest the highest value that it counts, in the base unit; positive infinity for
       *     the values that are too high
       * @param count how many values it counts, at least 1
       */
      void accept(double lowest, double highest, long count);
    }

    /**
     * Creates a histogram from counts.
     *
     * @param recorded the counts, in the recorded unit
     * @param perUnit how many recorded units make one base unit, greater than 0 and finite
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
     * Goes through the non-empty buckets, from the lowest values to the highest.
     *
     * @param action receives each bucket, on the calling thread; an exception that it throws ends
     *     the walk and is passed on
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
   * Creates a snapshot from copies of the maps.
   *
   * @param counters figures that only grow, from the beginning on; rounded as a double is beyond
   *     2<sup>53</sup>
   * @param gauges figures that go up and down; NaN if there is no value yet
   * @param histograms histograms in base units
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
