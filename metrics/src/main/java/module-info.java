/** Counters, averages, histograms, and request metrics that add up. */
module io.latchless.metrics {
  requires static transitive org.jspecify;
  requires transitive io.latchless.primitives;

  exports io.latchless.metrics;
}
