package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the offsets of hot fields, and the memory per instance that the Javadoc states. */
class LayoutTest {
  private static final long APART = 128;

  private static final Map<String, String> HOT =
      Map.of(
          "PaddedLong", "word",
          "PaddedReference", "ref",
          "AtomicStatus", "word",
          "Mailbox", "ref",
          "VersionChain", "ref");

  static List<List<String>> flags() {
    return Layout.flags();
  }

  @ParameterizedTest
  @MethodSource("flags")
  void hotFieldsAreApartFromAllOthers(List<String> flags) throws Exception {
    Layout layout = Layout.read(JolJvm.fields(flags, Footprint.class, Backoff.class));
    assertThat(layout.fields()).hasSize(HOT.size());
    HOT.forEach(
        (type, hot) ->
            assertThat(layout.distances(type, hot))
                .as(type)
                .containsKey("(end)")
                .allSatisfy(
                    (field, distance) ->
                        assertThat(distance).as(field).isGreaterThanOrEqualTo(APART)));
  }

  /** Uses the default layout of JDK 17, which JDK 25 shares unless compact headers are enabled. */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    List<String> weighed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String line :
        JolJvm.idle(List.of("-XX:-UseCompactObjectHeaders"), Footprint.class, Backoff.class)) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("idle")) {
        weighed.add(word[1]);
        long bytes = Long.parseLong(word[2]);
        long named = named(word[1]);
        if (Math.abs(bytes - named) * 10 > bytes) {
          wrong.add(word[1] + ": " + bytes + " bytes, not " + named);
        }
      }
    }
    assertThat(weighed).hasSize(9);
    assertThat(wrong).isEmpty();
  }

  private static long named(String type) throws IOException {
    Matcher row =
        Pattern.compile("^(?:about )?([\\d,]+) bytes(?: and (\\d+) a state)?")
            .matcher(Contract.memory("primitives", "io.latchless.primitives", type));
    assertThat(row.find()).as(type).isTrue();
    long perState = row.group(2) == null ? 0 : Long.parseLong(row.group(2));
    return Long.parseLong(row.group(1).replace(",", "")) + perState * Door.values().length;
  }
}
