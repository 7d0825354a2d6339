/** Counters, averages, histograms, and request metrics that add up. */
module io.latchless.metrics {
  requires static transitive org.jspecify;
  requires transitive io.latchless.primitives;
  requires io.latchless.ringbuffer;

  exports io.latchless.metrics;
}
