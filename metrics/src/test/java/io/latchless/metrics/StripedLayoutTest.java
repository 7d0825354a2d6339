package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the memory that the Javadoc of striped types states. */
class StripedLayoutTest {
  private static final Percentage A_TENTH = Percentage.withPercentage(10);
  private static final Map<String, Weight> WEIGHTS = new HashMap<>();

  /** The bytes with one stripe, and the bytes that a second stripe adds. */
  private record Weight(long one, long more) {}

  /**
   * Uses the default layout of JDK 17. JDK 25 has the same one as long as compact headers are not
   * its default.
   */
  @BeforeAll
  static void weigh() throws Exception {
    for (String line :
        JolJvm.idle(
            List.of("-XX:-UseCompactObjectHeaders"),
            StripedFootprint.class,
            RequestMetrics.class,
            OverwritingRingBuffer.class,
            Backoff.class,
            Layout.class)) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("idle")) {
        assertThat(word[4]).as("stripes").isEqualTo("2");
        WEIGHTS.put(word[1], new Weight(Long.parseLong(word[2]), Long.parseLong(word[3])));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DecayingMean", "DecayingRate"})
  void averagesTakeWhatTheJavadocSays(String type) throws IOException {
    long[] named = named(type, "about (\\d+) bytes to begin with, and (\\d+) for every further");

    assertThat(weight(type).one()).isCloseTo(named[0], A_TENTH);
    assertThat(weight(type).more()).isCloseTo(named[1], A_TENTH);
  }

  @Test
  void requestMetricsTakeWhatTheJavadocSays() throws IOException {
    long[] named =
        named(
            "RequestMetrics",
            "about (\\d+) bytes to begin with, and (\\d+) for every further stripe;"
                + " each has (\\d+) more for decaying figures");
    long buckets = 8L * LatencyHistogram.NANOS_UP_TO_AN_HOUR.count();

    assertThat(weight("plain").one()).isCloseTo(named[0], A_TENTH);
    assertThat(weight("plain").more()).isCloseTo(named[1], A_TENTH);
    assertThat(weight("decaying").more() - weight("plain").more()).isEqualTo(named[2]);
    assertThat(weight("histogram").more()).isCloseTo(named[1] + buckets, A_TENTH);
    assertThat(weight("histogram").one()).isCloseTo(named[0] + 2 * buckets, A_TENTH);
  }

  private static Weight weight(String name) {
    return requireNonNull(WEIGHTS.get(name), name);
  }

  private static long[] named(String type, String pattern) throws IOException {
    String row = Contract.memory("metrics", "io.latchless.metrics", type);
    Matcher matcher = Pattern.compile(pattern).matcher(row);
    assertThat(matcher.find()).as(row).isTrue();
    return IntStream.rangeClosed(1, matcher.groupCount())
        .mapToLong(i -> Long.parseLong(matcher.group(i)))
        .toArray();
  }
}
