package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import io.latchless.testing.Contract;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks where hot words lie, and how much memory a ring takes according to its Javadoc. */
class LayoutTest {
  private static final long APART = 128;

  private static final String[] HOT = {"PaddedAtomicLong"};

  /** Every word that threads write while elements come and go. */
  private static final List<String> PADDED =
      List.of(
          "MpmcRingBuffer.head",
          "MpmcRingBuffer.tail",
          "MpmcRingBuffer.seenEmpty",
          "MpmcRingBuffer.seenFull",
          "LockFreeRingBuffer.free.head",
          "LockFreeRingBuffer.free.tail",
          "LockFreeRingBuffer.free.seenHead",
          "LockFreeRingBuffer.used.head",
          "LockFreeRingBuffer.used.tail",
          "LockFreeRingBuffer.used.seenHead",
          "OverwritingRingBuffer.tail",
          "BlockingRingBuffer.ring.head",
          "BlockingRingBuffer.ring.tail",
          "BlockingRingBuffer.ring.seenEmpty",
          "BlockingRingBuffer.ring.seenFull");

  /** Change once in the life of a queue at most, or only when a stack has overflowed. */
  private static final Set<String> HARDLY_EVER_SET =
      Set.of("BlockingRingBuffer.anyReturned", "BlockingRingBuffer.owesWakeUp");

  /**
   * Types of words that are not hot. Some are written when elements are removed from the middle,
   * when a supplier or a target of drainTo runs, or when threads wait. The others never change, or
   * belong to the elements.
   */
  private static final Set<String> NOT_HOT =
      Set.of(
          "AtomicInteger",
          "AtomicLong",
          "Disturbers",
          "AtomicReferenceArray",
          "Queue",
          "Runnable",
          "Stranded",
          "Waiters",
          "boolean",
          "int",
          "int[]",
          "long",
          "long[]",
          "Object[]",
          "Entry[]",
          "IndexRing",
          "MpmcRingBuffer");

  /** Whether a field ever changes, and the simple name of its type. */
  private record Word(boolean changes, String type) {}

  static List<List<String>> flags() {
    return Layout.flags();
  }

  @ParameterizedTest
  @MethodSource("flags")
  void hotWordsAreApartFromAllOthers(List<String> flags) throws Exception {
    List<String> lines =
        JolJvm.fields(flags, Footprint.class, RingBuffer.class, Backoff.class, Layout.class);
    Layout layout = Layout.read(lines);
    for (String type : HOT) {
      assertThat(layout.distances(type, "word"))
          .as(type)
          .containsKey("(end)")
          .allSatisfy(
              (field, distance) -> assertThat(distance).as(field).isGreaterThanOrEqualTo(APART));
    }
    assertNoHotWordIsWithoutPads(words(lines));
  }

  private static Map<String, Word> words(List<String> lines) {
    Map<String, Word> words = new TreeMap<>();
    for (String line : lines) {
      String[] part = line.split(" ", -1);
      if (part[0].equals("word")) {
        words.put(part[1], new Word(part[2].equals("changes"), part[3]));
      }
    }
    return words;
  }

  /** An unpadded word would be a field that changes, or a field whose type is not padded. */
  private static void assertNoHotWordIsWithoutPads(Map<String, Word> words) {
    assertThat(words)
        .isNotEmpty()
        .allSatisfy(
            (name, word) ->
                assertThat(word.changes()).as(name).isEqualTo(HARDLY_EVER_SET.contains(name)));

    Map<String, String> padded = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    words.forEach(
        (name, word) ->
            (List.of(HOT).contains(word.type()) ? padded : others).put(name, word.type()));
    assertThat(padded).containsOnlyKeys(PADDED);
    assertThat(others).allSatisfy((name, type) -> assertThat(NOT_HOT).as(name).contains(type));
  }

  /**
   * Uses the default layout of JDK 17. JDK 25 has the same one as long as compact headers are not
   * its default.
   */
  @Test
  void theMemoryThatTheJavadocNamesIsTrueWithinATenth() throws Exception {
    List<String> weighed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String line :
        JolJvm.idle(
            List.of("-XX:-UseCompactObjectHeaders"),
            Footprint.class,
            RingBuffer.class,
            Backoff.class,
            Layout.class)) {
      String[] part = line.split(" ", -1);
      if (part[0].equals("idle")) {
        weighed.add(part[1]);
        int slots = Integer.parseInt(part[2]);
        long bytes = Long.parseLong(part[3]);
        long named = named(part[1], slots);
        if (Math.abs(bytes - named) * 10 > bytes) {
          wrong.add("%s of %d slots: %d bytes, not %d".formatted(part[1], slots, bytes, named));
        }
      }
    }
    assertThat(weighed).hasSize(8);
    assertThat(wrong).isEmpty();
  }

  private static long named(String type, int slots) throws IOException {
    String row = Contract.memory("ringbuffer", "io.latchless.ringbuffer", type);
    Matcher more = Pattern.compile("that of .* and about (\\d+) bytes").matcher(row);
    if (more.find()) {
      return named("MpmcRingBuffer", slots) + Long.parseLong(more.group(1));
    }
    Matcher each = Pattern.compile("(\\d+) bytes for each slot.* and about ([\\d,]+)").matcher(row);
    assertThat(each.find()).as(row).isTrue();
    return Long.parseLong(each.group(1)) * slots + Long.parseLong(each.group(2).replace(",", ""));
  }
}
