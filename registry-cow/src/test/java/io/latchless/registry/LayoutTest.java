package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the memory per instance that the Javadoc states. */
class LayoutTest {
  private static final int KEYS = 100;
  private static final Percentage A_TENTH = Percentage.withPercentage(10);
  private static List<String> printed = List.of();

  /** The default layout of Java 17. Java 25 has the same one while compact headers are optional. */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() {
    Map<String, Map<Integer, Long>> bytes = new TreeMap<>();
    for (String line : printed) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("idle")) {
        bytes
            .computeIfAbsent(word[1], type -> new TreeMap<>())
            .put(Integer.valueOf(word[2]), Long.valueOf(word[3]));
      }
    }
    assertThat(bytes).hasSize(5);
    bytes.forEach(LayoutTest::assertNamed);
  }

  @Test
  void aHazardSlotIsApartFromAllElse() {
    Layout layout = Layout.read(printed);
    List<String> hot = List.of("handlers", "thread");
    for (String field : hot) {
      Map<String, Long> others = layout.distances("HazardSlot", field);
      others.keySet().removeAll(hot);
      assertThat(others)
          .containsKeys("(header)", "(end)")
          .allSatisfy(
              (other, distance) -> assertThat(distance).as(other).isGreaterThanOrEqualTo(128));
    }
  }

  @BeforeAll
  static void print() throws Exception {
    printed =
        JolJvm.idle(
            List.of("-XX:-UseCompactObjectHeaders"),
            Footprint.class,
            HandlerRegistry.class,
            Backoff.class,
            Layout.class);
  }

  private static void assertNamed(String type, Map<Integer, Long> bytes) {
    switch (type) {
      case "SnapshotMap" -> {
        assertThat(at(bytes, 0)).isCloseTo(named(type, "about (\\d+) bytes")[0], A_TENTH);
        long[] each = named("MapSnapshot", "from (\\d+) to (\\d+) bytes an entry");
        bytes.forEach(
            (entries, total) -> {
              if (entries > 0) {
                assertThat((total - at(bytes, 0)) / (double) entries)
                    .as("%d entries", entries)
                    .isBetween(each[0] - 1.0, each[1] + 1.0);
              }
            });
      }
      case "HandlerRegistry", "ScopedHandlerRegistry" -> {
        long[] row = named(type, "about (\\d+) bytes, (\\d+) .* one handler and (\\d+) for each");
        assertThat(at(bytes, 0)).isCloseTo(row[0], A_TENTH);
        assertThat((at(bytes, 1) - at(bytes, 0)) / KEYS).isCloseTo(row[1], A_TENTH);
        assertThat((at(bytes, 8) - at(bytes, 1)) / KEYS / 7).isCloseTo(row[2], A_TENTH);
      }
      case "QuiescentHandlerRegistry" -> {
        long[] row = named(type, "about (\\d+) bytes .* and (\\d+) for every slot");
        bytes.forEach(
            (slots, total) -> assertThat(total).isCloseTo(row[0] + slots * row[1], A_TENTH));
      }
      case "ProcessRegistry" ->
          assertThat(at(bytes, 0)).isCloseTo(named(type, "about (\\d+) bytes")[0], A_TENTH);
      default -> throw new AssertionError(type);
    }
  }

  private static long at(Map<Integer, Long> bytes, int size) {
    return requireNonNull(bytes.get(size));
  }

  private static long[] named(String type, String pattern) {
    try {
      String row = Contract.memory("registry-cow", "io.latchless.registry", type);
      Matcher matcher = Pattern.compile(pattern).matcher(row);
      assertThat(matcher.find()).as(row).isTrue();
      long[] figures = new long[matcher.groupCount()];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = Long.parseLong(matcher.group(i + 1));
      }
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
