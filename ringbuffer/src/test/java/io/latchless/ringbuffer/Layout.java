package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.Backoff;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jol.info.ClassLayout;

/**
 * What {@link Footprint} has seen in a JVM of its own. JOL needs Unsafe and attaches an agent,
 * which the JVM of the tests denies; and a layout depends on flags that a running JVM cannot
 * change.
 *
 * @param words each field of a ring and its parts, with what it is
 * @param fields for each padded type its fields, by offset
 * @param idle for each type the bytes of an idle ring, by slots
 */
record Layout(
    Map<String, Word> words,
    Map<String, TreeMap<Long, Field>> fields,
    Map<String, TreeMap<Integer, Long>> idle) {
  /** Whether a field ever changes, and the simple name of its type. */
  record Word(boolean changes, String type) {}

  /** A field's name and size. */
  record Field(String name, long size) {}

  /** The fields of a JVM with some flags. */
  static Layout fieldsWith(String... flags) throws Exception {
    Layout layout = run(List.of(flags), List.of("-Djol.skipDynamicAttach=true"), "fields");
    assertThat(layout.fields).hasSize(1);
    assertThat(layout.words).isNotEmpty();
    return layout;
  }

  /** The idle sizes of a JVM with some flags. */
  static Layout idleWith(String... flags) throws Exception {
    List<String> attaching =
        List.of("-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true");
    Layout layout = run(List.of(flags), attaching, "idle");
    assertThat(layout.idle).hasSize(4);
    return layout;
  }

  private static Layout run(List<String> flags, List<String> attach, String what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(attach);
    command.add("-Xmx64m");
    command.add("-Xlog:disable"); // no class data archive for rare flags
    command.add("-XX:+IgnoreUnrecognizedVMOptions"); // 17 knows nothing of the next
    command.add("-XX:TieredStopAtLevel=1"); // it is over before more would pay
    command.add("-Dsun.misc.unsafe.memory.access=allow");
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            pathOf(Backoff.class),
            pathOf(RingBuffer.class),
            pathOf(Footprint.class),
            pathOf(ClassLayout.class)));
    command.add(Footprint.class.getName());
    command.add(what);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return parse(output);
  }

  private static Layout parse(String output) {
    Layout layout = new Layout(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (String line : output.lines().toList()) {
      String[] part = line.split(" ", -1);
      switch (part[0]) {
        case "word" -> layout.words.put(part[1], new Word(part[2].equals("changes"), part[3]));
        case "field" ->
            layout
                .fields
                .computeIfAbsent(part[1], type -> new TreeMap<>())
                .put(Long.valueOf(part[3]), new Field(part[2], Long.parseLong(part[4])));
        case "idle" ->
            layout
                .idle
                .computeIfAbsent(part[1], type -> new TreeMap<>())
                .put(Integer.valueOf(part[2]), Long.valueOf(part[3]));
        default -> {} // what JOL has to say
      }
    }
    return layout;
  }

  private static String pathOf(Class<?> type) {
    String resource = type.getName().replace('.', '/') + ".class";
    String found = String.valueOf(type.getResource("/" + resource));
    String root = found.substring(0, found.length() - resource.length());
    return Path.of(
            root.replaceFirst("^jar:", "").replaceFirst("^file:", "").replaceFirst("!/$", ""))
        .toString();
  }

  /** Bytes between the hot field and the next one on either side that is not a pad. */
  Map<String, Long> distances(String type, String hot) {
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
