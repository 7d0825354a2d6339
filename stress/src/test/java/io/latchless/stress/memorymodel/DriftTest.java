package io.latchless.stress.memorymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The weak-memory models use the access modes of the Java code that they model. */
class DriftTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final Path MODELS = ROOT.resolve("stress/src/memory-model");
  private static final List<String> MODULES =
      List.of("primitives", "ringbuffer", "registry-cow", "metrics", "eventbus");

  private static final Map<String, String> FLAG =
      Map.of(
          "Flag",
          """
          class Flag {
            private static final VarHandle UP = null;
            private final AtomicInteger count = new AtomicInteger();
            private volatile boolean closed;

            void raise() {
              value = 1;
              upRelease();
            }

            boolean look() {
              return (boolean) UP.getAcquire(this) && count.get() == 0 && !closed;
            }

            private void upRelease() {
              UP.setRelease(this, true);
            }
          }
          """);
  private static final Map<String, String> MODEL =
      Map.of(
          "Flag.cpp",
          """
          value.set(Plain, 1);  // java: Flag.raise value
          up.set(twin(1) ? Opaque : Release, 1);  // java: Flag.raise upRelease
          if (up.get(Acquire)) {  // java: Flag.look UP.getAcquire
          count.get(Acquire);  // java: Flag.look count.get weaker
          """);
  private static final List<String> LIST = List.of("Flag.look closed: is set by one thread only");

  @Test
  void modelsAndSourcesAgree() throws IOException {
    assertThat(
            Drift.objections(
                sources(), models(), Files.readAllLines(MODELS.resolve("not-modelled.txt"))))
        .isEmpty();
  }

  @Test
  void agreementIsSeen() throws IOException {
    assertThat(Drift.objections(FLAG, MODEL, LIST)).isEmpty();
  }

  @Test
  void accessorThatGotWeakerIsSeen() throws IOException {
    assertThat(Drift.objections(changed(FLAG, "UP.setRelease", "UP.setOpaque"), MODEL, LIST))
        .containsExactly(
            "Flag.upRelease says RELEASE and does [Flag.upRelease UP.setOpaque]",
            "Flag.upRelease UP.setOpaque is neither modelled nor listed in not-modelled.txt");
  }

  @Test
  void callThatGotWeakerIsSeen() throws IOException {
    assertThat(Drift.objections(changed(FLAG, "UP.getAcquire", "UP.getOpaque"), MODEL, LIST))
        .containsExactly(
            "Flag.cpp:3: Flag.look UP.getAcquire is not in the Java source",
            "Flag.look UP.getOpaque is neither modelled nor listed in not-modelled.txt");
  }

  @Test
  void modelThatGotStrongerIsSeen() throws IOException {
    assertThat(Drift.objections(FLAG, changed(MODEL, "up.get(Acquire)", "up.get(Volatile)"), LIST))
        .containsExactly(
            "Flag.cpp:3: Flag.look UP.getAcquire is ACQUIRE in Java and VOLATILE here");
    assertThat(
            Drift.objections(
                FLAG, changed(MODEL, "count.get(Acquire)", "count.get(Volatile)"), LIST))
        .containsExactly("Flag.cpp:4: Flag.look count.get is VOLATILE in Java and VOLATILE here");
  }

  @Test
  void readModifyWriteInPlaceOfAStoreIsSeen() throws IOException {
    assertThat(
            Drift.objections(
                FLAG, changed(MODEL, "count.get(Acquire)", "count.getAndAdd(Acquire, 0)"), LIST))
        .containsExactly("Flag.cpp:4: Flag.look count.get is VOLATILE in Java and ACQUIRE here");
  }

  @Test
  void plainAccessThatIsGoneIsSeen() throws IOException {
    assertThat(Drift.objections(changed(FLAG, "value = 1", "other = 1"), MODEL, LIST))
        .containsExactly("Flag.cpp:1: Flag.raise value is not in the Java source");
  }

  @Test
  void accessThatIsNotModelledIsSeen() throws IOException {
    assertThat(Drift.objections(FLAG, MODEL, List.of()))
        .containsExactly("Flag.look closed is neither modelled nor listed in not-modelled.txt");
  }

  @Test
  void entryThatCoversNothingIsSeen() throws IOException {
    assertThat(
            Drift.objections(
                FLAG, MODEL, List.of(LIST.get(0), "Flag.look UP.getAcquire: dull", "?")))
        .containsExactly(
            "not an entry: ?",
            "covers nothing that is not modelled: Flag.look UP.getAcquire: dull");
  }

  @Test
  void lineThatDoesNotSayWhatItIsIsSeen() throws IOException {
    assertThat(
            Drift.objections(
                FLAG, Map.of("Flag.cpp", "up.get(Acquire);"), List.of("Flag.* *: all")))
        .containsExactly("Flag.cpp:1 has 1 accesses: up.get(Acquire);");
  }

  private static Map<String, String> changed(Map<String, String> texts, String from, String to) {
    Map<String, String> changed = new HashMap<>();
    texts.forEach(
        (name, text) -> {
          assertThat(text).contains(from);
          changed.put(name, text.replace(from, to));
        });
    return changed;
  }

  private static Map<String, String> models() throws IOException {
    return texts(MODELS, ".cpp", "");
  }

  /** Returns the sources that access memory through a VarHandle, and those that the models name. */
  private static Map<String, String> sources() throws IOException {
    String models = String.join("", models().values());
    Map<String, String> sources = new TreeMap<>();
    for (String module : MODULES) {
      texts(ROOT.resolve(module + "/src/main/java"), ".java", ".java")
          .forEach(
              (name, text) -> {
                if (text.contains("VarHandle")
                    || text.contains("extends Padded")
                    || models.contains("// java: " + name + ".")) {
                  sources.put(name, text);
                }
              });
    }
    return sources;
  }

  private static Map<String, String> texts(Path folder, String ending, String cut)
      throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(ending))
          .forEach(
              file -> {
                String name = file.getFileName().toString();
                texts.put(name.substring(0, name.length() - cut.length()), read(file));
              });
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
