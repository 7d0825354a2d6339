package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param histograms of values in nanoseconds
 */
public record MetricsSnapshot(
    Map<String, Double> counters,
    Map<String, Double> gauges,
    Map<String, HistogramSnapshot> histograms) {

  /**
   * Copies the maps.
   *
   * @param counters what only grows, from the beginning on; beyond 2<sup>53</sup> rounded as a
   *     double is
   * @param gauges what goes up and down; NaN where there is nothing to tell yet
   * @param histograms of values in nanoseconds
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
