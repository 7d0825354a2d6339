package io.latchless.benchmarks.averages;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.EWMA;
import io.latchless.metrics.DecayingMean;
import io.latchless.metrics.DecayingRate;
import io.latchless.metrics.Ewma;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The drawings in {@code docs/metrics.md} match the figures of the types. */
class StepResponseTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("project.root", "..")).resolve("docs/metrics.md");

  /** The half-life for a tau of a minute, as in the one-minute figures of Unix and Dropwizard. */
  private static final Duration OF_A_MINUTE = Duration.ofMillis(Math.round(60_000 * Math.log(2)));

  private static final int WIDTH = 50;

  private final AtomicLong clock = new AtomicLong();

  @Test
  void theMeansAreDrawnAsTheyAre() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(String.join("\n", means()));
  }

  @Test
  void theRatesAreDrawnAsTheyAre() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(String.join("\n", rates()));
  }

  /**
   * Records ten minutes of 1 ms, then 10 ms: once with one sample per second, once with a hundred.
   */
  private List<String> means() {
    List<String> lines = new ArrayList<>();
    lines.add("seconds    Ewma, 1/s    Ewma, 100/s   DecayingMean, 1/s or 100/s");
    List<double[]> slow = means(1);
    List<double[]> fast = means(100);
    for (int i = 0; i < slow.size(); i++) {
      double[] one = slow.get(i);
      double[] hundred = fast.get(i);
      assertThat(hundred[2]).isBetween(one[2] - 0.1, one[2] + 0.1);
      lines.add(
          String.format(
              Locale.ROOT,
              "%7.0f %10.2f ms %11.2f ms %8.2f ms  %s",
              one[0],
              one[1],
              hundred[1],
              one[2],
              bar(one[2] / 10)));
    }
    return lines;
  }

  private List<double[]> means(int samplesPerSecond) {
    clock.set(0);
    Ewma ewma = new Ewma(0.02);
    DecayingMean mean = new DecayingMean(OF_A_MINUTE, clock::get);
    List<double[]> seen = new ArrayList<>();
    for (int second = -600; second <= 300; second++) {
      if (isShown(second)) {
        seen.add(new double[] {second, ewma.value(), mean.mean()});
      }
      for (int i = 0; i < samplesPerSecond; i++) {
        double sample = second < 0 ? 1 : 10;
        ewma.record(sample);
        mean.record(sample);
        clock.addAndGet(1_000_000_000L / samplesPerSecond);
      }
    }
    return seen;
  }

  private static boolean isShown(int second) {
    return second == 0
        || second == 1
        || second == 5
        || second == 15
        || second == 30
        || second == 60
        || second == 120
        || second == 300;
  }

  /** Counts a hundred events per second from the start, and none after five minutes. */
  private List<String> rates() {
    List<String> lines = new ArrayList<>();
    lines.add("seconds   Dropwizard   DecayingRate");
    clock.set(0);
    EWMA dropwizard = EWMA.oneMinuteEWMA();
    DecayingRate rate = new DecayingRate(OF_A_MINUTE, clock::get);
    for (int second = 1; second <= 600; second++) {
      for (int i = 0; i < 100; i++) {
        clock.addAndGet(10_000_000);
        if (second <= 300) {
          dropwizard.update(1);
          rate.mark();
        }
      }
      if (second % 5 == 0) {
        dropwizard.tick();
      }
      if (second < 300 ? isShown(second) || second == 4 : isShown(second - 300)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%7d %10.1f/s %12.1f/s  %s",
                second,
                dropwizard.getRate(java.util.concurrent.TimeUnit.SECONDS),
                rate.perSecond(),
                bar(rate.perSecond() / 100)));
      }
    }
    return lines;
  }

  private static String bar(double share) {
    return "#".repeat((int) Math.round(share * WIDTH));
  }
}
