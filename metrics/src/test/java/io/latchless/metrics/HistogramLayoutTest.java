package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Checks the memory that the Javadoc of histograms states. */
class HistogramLayoutTest {
  private static final Percentage A_TENTH = Percentage.withPercentage(10);
  private static final int PADS = 2 * 128;

  /**
   * Uses the default layout of JDK 17. JDK 25 has the same one as long as compact headers are not
   * its default.
   */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    Map<String, Long> bytes = new TreeMap<>();
    for (String line :
        JolJvm.idle(
            List.of("-XX:-UseCompactObjectHeaders"),
            HistogramFootprint.class,
            LatencyHistogram.class,
            Backoff.class,
            Layout.class)) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("idle")) {
        bytes.put(word[1] + " " + word[2], Long.valueOf(word[3]));
      }
    }
    assertThat(bytes).hasSize(7);
    long[] named = named("LatencyHistogram", "about ([\\d,]+) bytes by default, and ([\\d,]+) for");
    long one = at(bytes, "LatencyHistogram 1");
    long two = at(bytes, "LatencyHistogram 2");
    long four = at(bytes, "LatencyHistogram 4");
    assertThat(one).isCloseTo(named[0], A_TENTH);
    assertThat(two - one).isCloseTo(named[1], A_TENTH);
    assertThat((four - two) / 2).isCloseTo(named[1], A_TENTH);
    assertThat(at(bytes, "HistogramSnapshot 1"))
        .isCloseTo(named("HistogramSnapshot", "about ([\\d,]+) bytes by default")[0], A_TENTH);

    assertThat(two - one)
        .as("room for the counts and for pads at both ends")
        .isGreaterThanOrEqualTo(Long.BYTES * Buckets.of(5, 3_600_000_000_000L).count() + PADS);
    assertThat(at(bytes, "LatencyHistogram.used 1")).as("after many records").isEqualTo(one);
  }

  private static long at(Map<String, Long> bytes, String name) {
    return requireNonNull(bytes.get(name), name);
  }

  private static long[] named(String type, String pattern) throws IOException {
    String row = Contract.memory("metrics", "io.latchless.metrics", type);
    Matcher matcher = Pattern.compile(pattern).matcher(row);
    assertThat(matcher.find()).as(row).isTrue();
    long[] figures = new long[matcher.groupCount()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = Long.parseLong(matcher.group(i + 1).replace(",", ""));
    }
    return figures;
  }
}
