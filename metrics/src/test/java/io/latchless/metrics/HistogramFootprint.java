package io.latchless.metrics;

import io.latchless.testing.JolJvm;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a JVM of its own, how much memory histograms take, without the layout that all default
 * histograms share. The tests parse the output, see {@link JolJvm}.
 */
final class HistogramFootprint {
  private HistogramFootprint() {}

  /** Weighs histograms with a growing number of stripes, and a snapshot. */
  public static void main(String[] arguments) {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int stripes = 1; stripes <= 4; stripes *= 2) {
      print("LatencyHistogram", stripes, histogram);
      for (int i = 0; i < 100_000; i++) {
        histogram.record(10_000L * i);
      }
      print("LatencyHistogram.used", stripes, histogram);
      if (stripes < 4) {
        histogram.tryDoubleStripes(histogram.stripesVolatile());
      }
    }
    print("HistogramSnapshot", 1, histogram.snapshot());
  }

  private static void print(String type, int stripes, Object instance) {
    System.out.printf(
        "idle %s %d %d%n", type, stripes, GraphLayout.parseInstance(instance).totalSize());
  }
}
