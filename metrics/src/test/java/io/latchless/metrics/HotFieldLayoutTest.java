package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks where hot words lie, and how much memory an instance takes according to its Javadoc. */
class HotFieldLayoutTest {
  private static final long APART = 128;
  private static final Percentage A_TENTH = Percentage.withPercentage(10);

  static List<List<String>> flags() {
    return Layout.flags();
  }

  @ParameterizedTest
  @MethodSource("flags")
  void hotWordsAreApartFromAllOthers(List<String> flags) throws Exception {
    Layout layout =
        Layout.read(
            JolJvm.fields(
                flags, HotFieldFootprint.class, Counter.class, Backoff.class, Layout.class));
    assertThat(layout.fields()).containsOnlyKeys("PaddedAtomicLong", "Counter", "Gauge", "Ewma");
    assertThat(layout.fields().keySet())
        .allSatisfy(
            type ->
                assertThat(layout.distances(type, "word"))
                    .as(type)
                    .containsKey("(end)")
                    .allSatisfy(
                        (field, distance) ->
                            assertThat(distance).as(field).isGreaterThanOrEqualTo(APART)));
  }

  /**
   * Uses the default layout of JDK 17. JDK 25 has the same one as long as compact headers are not
   * its default.
   */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    List<String> weighed = new ArrayList<>();
    for (String line :
        JolJvm.idle(
            List.of("-XX:-UseCompactObjectHeaders"),
            HotFieldFootprint.class,
            Counter.class,
            Backoff.class,
            Layout.class)) {
      String[] part = line.split(" ", -1);
      if (part[0].equals("idle")) {
        weighed.add(part[1]);
        long words = Long.parseLong(part[2]);
        assertThat(Long.parseLong(part[3])).as(line).isCloseTo(named(part[1], words), A_TENTH);
      }
    }
    assertThat(weighed).hasSize(6);
  }

  private static long named(String type, long words) throws IOException {
    String row = Contract.memory("metrics", "io.latchless.metrics", type);
    Matcher figures =
        Pattern.compile("^(?:about )?(\\d+) bytes(?:, and (?:about )?(\\d+) more)?").matcher(row);
    assertThat(figures.find()).as(row).isTrue();
    return Long.parseLong(figures.group(1))
        + (words == 0 ? 0 : words * Long.parseLong(figures.group(2)));
  }
}
