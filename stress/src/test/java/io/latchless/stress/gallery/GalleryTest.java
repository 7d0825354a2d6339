package io.latchless.stress.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.latchless.stress.rogues.Rogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

public class GalleryTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Gallery GALLERY = new Gallery("io.latchless.stress");

  @Test
  void everyRogueIsCaughtByATestThatKnowsIt() {
    assertThat(GALLERY.rogues("io.latchless.stress.rogues")).hasSizeGreaterThan(15);
    assertThat(GALLERY.objections("io.latchless.stress.rogues")).isEmpty();
  }

  /** One row for each, with its trap and its test as the annotation has them. */
  @Test
  void thePageNamesEveryRogueAsItsAnnotationDoes() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/rogues.md")).stream()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .map(line -> line.split(" \\| ", -1))
            .map(cells -> cells[0] + " | " + cells[1] + " | " + cells[cells.length - 1])
            .toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            GALLERY.rogues("io.latchless.stress.rogues").stream().map(GalleryTest::row).toList());
  }

  private static String row(JavaClass rogue) {
    Rogue mark = rogue.getAnnotationOfType(Rogue.class);
    return "| %s | `%s` | `%s` |"
        .formatted(mark.trap(), rogue.getSimpleName(), mark.caughtBy().getSimpleName());
  }

  @Test
  void objectsToRoguesThatNobodyCatches() {
    assertThat(GALLERY.objections("io.latchless.stress.gallery.bad"))
        .containsExactlyInAnyOrder(
            "Unmarked does not say what it is and what catches it",
            "Nameless does not name its trap",
            "Nameless is unknown to GalleryTest",
            "Unknown is unknown to GalleryTest",
            "Untested is caught by String, which tests nothing",
            "Ungated is unknown to JcstressGateTest",
            "Unused is unknown to Looking",
            "Unasserted is caught by Looking, which asserts nothing of it",
            "OnlyAssumed is caught by Looking, which may not run",
            "SwitchedOff is caught by Looking, which may not run",
            "SwitchedOffWithAll is caught by Looking, which may not run",
            "Conditional is caught by Looking, which may not run",
            "Assumed is caught by Looking, which may not run");
  }
}
