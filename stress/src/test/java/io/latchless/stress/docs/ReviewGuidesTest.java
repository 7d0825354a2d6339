package io.latchless.stress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides for reviewers name every rogue, and only types and tests that exist. */
class ReviewGuidesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final Path ROGUES =
      ROOT.resolve("stress/src/test/java/io/latchless/stress/rogues");
  private static final Set<String> NO_ROGUES = Set.of("Rogue", "package-info");

  /** Matches a class name alone in backticks. */
  private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");

  @ParameterizedTest
  @ValueSource(strings = {"docs/review-checklist.md", "docs/memory-ordering.md"})
  void namesOnlyWhatExists(String document) throws IOException {
    assertThat(names(Files.readString(ROOT.resolve(document))))
        .isNotEmpty()
        .isSubsetOf(sourcesBelow(ROOT));
  }

  @Test
  void theChecklistNamesEveryRogue() throws IOException {
    Set<String> rogues = sourcesBelow(ROGUES);
    rogues.removeAll(NO_ROGUES);

    assertThat(rogues).hasSizeGreaterThan(70);
    assertThat(names(Files.readString(ROOT.resolve("docs/review-checklist.md"))))
        .containsAll(rogues);
  }

  @Test
  void whatDoesNotExistIsFound() throws IOException {
    assertThat(names("[`HotRetry`, `NoSuchRogue`], `map.put`, `RUNNING`"))
        .containsExactlyInAnyOrder("HotRetry", "NoSuchRogue");
    assertThat(sourcesBelow(ROGUES)).contains("HotRetry").doesNotContain("NoSuchRogue");
  }

  private static Set<String> names(String text) {
    return CLASS_NAME
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> sourcesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
