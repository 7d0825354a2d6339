package io.latchless.metrics;

import io.latchless.testing.JolJvm;
import java.time.Duration;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a JVM of its own, how much memory the striped types take, with one stripe and with
 * two. The tests parse the output, see {@link JolJvm}.
 */
final class StripedFootprint {
  private StripedFootprint() {}

  /** Weighs each instance with all its parts, including its first interval. */
  public static void main(String[] arguments) {
    Duration minute = Duration.ofMinutes(1);
    DecayingMean mean = new DecayingMean(minute);
    print("DecayingMean", mean, mean.stripes());
    DecayingRate rate = new DecayingRate(minute);
    print("DecayingRate", rate, rate.stripes());
    print("plain", new RequestMetrics());
    print("decaying", RequestMetrics.builder().decaying(minute).build());
    print("histogram", RequestMetrics.builder().histogram().build());
  }

  private static void print(String name, RequestMetrics metrics) {
    print(name, metrics, metrics.stripes());
  }

  private static void print(String name, Object instance, Stripes stripes) {
    long one = GraphLayout.parseInstance(instance).totalSize();
    stripes.claim();
    stripes.claim();
    long two = GraphLayout.parseInstance(instance).totalSize();
    System.out.printf("idle %s %d %d %d%n", name, one, two - one, stripes.size());
  }
}
