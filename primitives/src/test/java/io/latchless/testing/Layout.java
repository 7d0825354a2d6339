package io.latchless.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/**
 * Reads where the fields of some types lie.
 *
 * @param fields the fields of each type, by offset
 */
public record Layout(Map<String, TreeMap<Long, Field>> fields) {
  private static final int COMPACT_HEADERS_SINCE = 24;

  /** A field's name and size. */
  public record Field(String name, long size) {}

  /** Returns the sets of flags to test one after another, as far as this JVM knows them. */
  public static List<List<String>> flags() {
    List<List<String>> flags =
        new ArrayList<>(
            List.of(
                List.of("-XX:+UseCompressedOops"),
                List.of("-XX:-UseCompressedOops", "-XX:-UseCompressedClassPointers"),
                List.of("-XX:-UseCompressedOops"),
                List.of("-XX:-UseCompressedClassPointers")));
    if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
      flags.add(List.of("-XX:+UseCompactObjectHeaders"));
    }
    return flags;
  }

  /** Prints the fields of an instance's type, for {@link #read}. */
  public static void print(String type, Object instance) {
    ClassLayout layout = ClassLayout.parseInstance(instance);
    System.out.printf("field %s (end) %d 0%n", type, layout.instanceSize());
    for (FieldLayout field : layout.fields()) {
      System.out.printf("field %s %s %d %d%n", type, field.name(), field.offset(), field.size());
    }
  }

  /** Reads that output, and skips other lines that JOL or the JVM printed. */
  public static Layout read(List<String> lines) {
    Layout layout = new Layout(new TreeMap<>());
    for (String line : lines) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("field")) {
        layout
            .fields
            .computeIfAbsent(word[1], type -> new TreeMap<>())
            .put(Long.valueOf(word[3]), new Field(word[2], Long.parseLong(word[4])));
      }
    }
    return layout;
  }

  /**
   * Returns the bytes between the hot field and the nearest field on either side that is not a pad.
   */
  public Map<String, Long> distances(String type, String hot) {
    TreeMap<Long, Field> all = fields.getOrDefault(type, new TreeMap<>());
    long at =
        all.entrySet().stream()
            .filter(field -> field.getValue().name.equals(hot))
            .mapToLong(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    Map<String, Long> distances = new HashMap<>();
    distances.put("(header)", at);
    all.forEach(
        (offset, field) -> {
          boolean pad = field.name.matches("[ab]\\d+");
          if (!pad && offset < at) {
            distances.put(field.name, at - offset - field.size);
          } else if (!pad && offset > at) {
            distances.put(field.name, offset - at);
          }
        });
    return distances;
  }
}
