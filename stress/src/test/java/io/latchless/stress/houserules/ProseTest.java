package io.latchless.stress.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that simple names are unique, lines fit the page width, and actors have names. */
class ProseTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final List<String> LIBRARY =
      List.of("primitives", "ringbuffer", "registry-cow", "metrics", "eventbus", "rules");

  @Test
  void commentsFitAPage() throws IOException {
    List<String> wide = new ArrayList<>();
    for (Path file : Prose.files(ROOT, ".java")) {
      for (int line : Prose.wideComments(Files.readAllLines(file))) {
        wide.add(file + ":" + line);
      }
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void markdownFitsAPage() throws IOException {
    List<String> wide = new ArrayList<>();
    for (Path file : Prose.files(ROOT, ".md")) {
      for (int line : Prose.wideMarkdown(Files.readAllLines(file))) {
        wide.add(file + ":" + line);
      }
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void actorsHaveNames() throws IOException {
    List<Path> files = new ArrayList<>(Prose.files(ROOT, ".md"));
    for (String module : LIBRARY) {
      files.addAll(Prose.files(ROOT.resolve(module).resolve("src/main"), ".java"));
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      for (String place : Prose.relativePersons(Files.readString(file))) {
        found.add(file + ": " + place);
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noSimpleNameOccursTwice() throws IOException {
    List<Path> sources =
        Prose.files(ROOT, ".java").stream()
            .filter(file -> file.toString().contains("/src/main/java/"))
            .toList();
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(Prose.sharedNames(sources)).isEmpty();
  }

  @Test
  void aWideLineIsFound() {
    String words = "a word ".repeat(15);
    assertThat(Prose.wideComments(List.of("  /** Short. */", "   * " + words, "// " + words)))
        .containsExactly(2, 3);
    assertThat(Prose.wideComments(List.of("    String code = \"" + words + "\";"))).isEmpty();
    assertThat(Prose.wideMarkdown(List.of("Short.", words, "| " + words + "|"))).containsExactly(2);
  }

  @Test
  void aRelativePersonIsFound() {
    assertThat(Prose.relativePersons("Whoever comes waits. A thread who waits. Who is inside?"))
        .hasSize(2);
    assertThat(Prose.relativePersons("It is closed by whoever\nis last.")).hasSize(1);
    assertThat(Prose.relativePersons("The whole. Who calls listeners, and in which order?"))
        .isEmpty();
  }

  @Test
  void aNameThatOccursTwiceIsFound() {
    List<Path> sources =
        List.of(Path.of("a/Same.java"), Path.of("b/Same.java"), Path.of("a/B.java"));
    assertThat(Prose.sharedNames(sources)).containsOnlyKeys("Same.java");
  }
}
