package io.latchless.stress.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.latchless.stress.docs.GeneratedPage;
import io.latchless.stress.rogues.Rogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

public class GalleryTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  /** The tool that the tests of a package drive. */
  private static final Map<String, String> TOOLS =
      Map.of(
          "jcstress", "jcstress",
          "lincheck", "Lincheck",
          "soak", "exact accounting",
          "hostile", "hostile callbacks",
          "freeze", "the thaw probe");

  private static final Gallery GALLERY = new Gallery("io.latchless.stress");

  @Test
  void everyRogueIsCaughtByATestThatKnowsIt() {
    assertThat(GALLERY.rogues("io.latchless.stress.rogues")).hasSizeGreaterThan(15);
    assertThat(GALLERY.objections("io.latchless.stress.rogues")).isEmpty();
  }

  @Test
  void thePageIsThatOfTheAnnotations() throws IOException {
    List<JavaClass> rogues = GALLERY.rogues("io.latchless.stress.rogues");
    String rows =
        rogues.stream()
            .sorted(Comparator.comparing(JavaClass::getSimpleName))
            .map(GalleryTest::row)
            .collect(Collectors.joining());
    GeneratedPage.check(
        ROOT.resolve("docs/rogues.md"),
        place -> "| rogue | trap | reported by | test |\n|---|---|---|---|\n" + rows);
  }

  private static String row(JavaClass rogue) {
    Rogue mark = rogue.getAnnotationOfType(Rogue.class);
    Class<?> test = mark.caughtBy();
    return "| [`%s`](../stress/src/test/java/%s.java) | %s | %s | `%s` |\n"
        .formatted(
            rogue.getSimpleName(),
            rogue.getName().replace('.', '/'),
            mark.trap(),
            TOOLS.get(test.getPackageName().replaceAll(".*\\.", "")),
            test.getSimpleName());
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
