package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where hot fields lie, and how much memory the Javadoc says that an instance takes. */
class LayoutTest {
  private static final long APART = 128;

  private static final Map<String, String> HOT =
      Map.of(
          "PaddedLong", "word",
          "PaddedReference", "ref",
          "AtomicStatus", "word",
          "Mailbox", "ref",
          "VersionChain", "ref");

  /** Where a JVM does not know a flag it ignores it, and the default layout is tested again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseCompressedOops",
        "-XX:-UseCompressedOops -XX:-UseCompressedClassPointers",
        "-XX:-UseCompressedOops",
        "-XX:-UseCompressedClassPointers",
        "-XX:+UseCompactObjectHeaders",
      })
  void hotFieldsAreApartFromAllOthers(String flags) throws Exception {
    Layout layout = Layout.fieldsWith(flags.split(" ", -1));
    HOT.forEach(
        (type, hot) ->
            assertThat(layout.distances(type, hot))
                .as(type)
                .containsKey("(end)")
                .allSatisfy(
                    (field, distance) ->
                        assertThat(distance).as(field).isGreaterThanOrEqualTo(APART)));
  }

  /** The default layout of 17, which 25 shares as long as compact headers are not its default. */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    Layout layout = Layout.idleWith("-XX:-UseCompactObjectHeaders");
    List<String> wrong =
        layout.idle().entrySet().stream()
            .filter(type -> Math.abs(type.getValue() - named(type.getKey())) * 10 > type.getValue())
            .map(type -> type + " bytes, not " + named(type.getKey()))
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static long named(String type) {
    Path source =
        Path.of(
            System.getProperty("project.root", ".."),
            "primitives/src/main/java/io/latchless/primitives",
            type + ".java");
    try {
      Matcher row =
          Pattern.compile(
                  "<th scope=\"row\">Memory<td>(?:about )?([\\d,]+) bytes(?: and (\\d+) a state)?")
              .matcher(Files.readString(source));
      assertThat(row.find()).as(type).isTrue();
      long perState = row.group(2) == null ? 0 : Long.parseLong(row.group(2));
      return Long.parseLong(row.group(1).replace(",", "")) + perState * Door.values().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
