package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where hot words lie, and how much memory the Javadoc says that a ring takes. */
class LayoutTest {
  private static final long APART = 128;

  private static final String[] HOT = {"Position"};

  /** Every word that threads write while elements come and go. */
  private static final List<String> PADDED =
      List.of(
          "MpmcRingBuffer.head",
          "MpmcRingBuffer.tail",
          "MpmcRingBuffer.seenEmpty",
          "MpmcRingBuffer.seenFull",
          "ScqRingBuffer.free.head",
          "ScqRingBuffer.free.tail",
          "ScqRingBuffer.free.seenHead",
          "ScqRingBuffer.used.head",
          "ScqRingBuffer.used.tail",
          "ScqRingBuffer.used.seenHead",
          "OverwritingRingBuffer.tail",
          "BlockingRingBuffer.ring.head",
          "BlockingRingBuffer.ring.tail",
          "BlockingRingBuffer.ring.seenEmpty",
          "BlockingRingBuffer.ring.seenFull");

  /**
   * Written when elements are removed from the middle, or threads wait; the rest never changes, or
   * is the elements' own.
   */
  private static final Set<String> NOT_HOT =
      Set.of(
          "AtomicInteger",
          "Waiters",
          "int",
          "int[]",
          "long",
          "long[]",
          "Object[]",
          "Entry[]",
          "IndexRing",
          "MpmcRingBuffer");

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
  void hotWordsAreApartFromAllOthers(String flags) throws Exception {
    Layout layout = Layout.fieldsWith(flags.split(" ", -1));
    for (String type : HOT) {
      assertThat(layout.distances(type, "word"))
          .as(type)
          .containsKey("(end)")
          .allSatisfy(
              (field, distance) -> assertThat(distance).as(field).isGreaterThanOrEqualTo(APART));
    }
    assertNoHotWordIsWithoutPads(layout.words());
  }

  /** A word beside others would be a field that changes, or one whose type is not padded. */
  private static void assertNoHotWordIsWithoutPads(Map<String, Layout.Word> words) {
    assertThat(words).allSatisfy((name, word) -> assertThat(word.changes()).as(name).isFalse());

    Map<String, String> padded = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    words.forEach(
        (name, word) ->
            (List.of(HOT).contains(word.type()) ? padded : others).put(name, word.type()));
    assertThat(padded).containsOnlyKeys(PADDED);
    assertThat(others).allSatisfy((name, type) -> assertThat(NOT_HOT).as(name).contains(type));
  }

  /** The default layout of 17, which 25 shares as long as compact headers are not its default. */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    Layout layout = Layout.idleWith("-XX:-UseCompactObjectHeaders");
    List<String> wrong = new ArrayList<>();
    for (var type : layout.idle().entrySet()) {
      for (var weighed : type.getValue().entrySet()) {
        long named = named(type.getKey(), weighed.getKey());
        if (Math.abs(weighed.getValue() - named) * 10 > weighed.getValue()) {
          wrong.add(
              "%s of %d slots: %d bytes, not %d"
                  .formatted(type.getKey(), weighed.getKey(), weighed.getValue(), named));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static long named(String type, int slots) throws IOException {
    String row = memoryRow(type);
    Matcher more = Pattern.compile("that of .* and about (\\d+) bytes").matcher(row);
    if (more.find()) {
      return named("MpmcRingBuffer", slots) + Long.parseLong(more.group(1));
    }
    Matcher each = Pattern.compile("(\\d+) bytes for each slot.* and about ([\\d,]+)").matcher(row);
    assertThat(each.find()).as(row).isTrue();
    return Long.parseLong(each.group(1)) * slots + Long.parseLong(each.group(2).replace(",", ""));
  }

  private static String memoryRow(String type) throws IOException {
    Path source =
        Path.of(
            System.getProperty("project.root", ".."),
            "ringbuffer/src/main/java/io/latchless/ringbuffer",
            type + ".java");
    Matcher row =
        Pattern.compile("<th scope=\"row\">Memory<td>(.*?)<tr>", Pattern.DOTALL)
            .matcher(Files.readString(source).replace("\n *", " ").replaceAll(" +", " "));
    assertThat(row.find()).as(type).isTrue();
    return row.group(1);
  }
}
