package io.latchless.stress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/guarantees.md} says what the Javadoc promises and which tests show it. */
class GuaranteesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/guarantees.md");

  @Test
  void thePageIsThatOfTheSources() throws IOException {
    GeneratedPage.check(PAGE, Guarantees.of(ROOT)::page);
  }

  @Test
  void everyModuleHasItsPlace() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(LibraryType.modules(ROOT))
        .hasSizeGreaterThan(3)
        .allSatisfy(module -> assertThat(page).contains("<!-- figures: " + module + " -->"));
  }

  @Test
  void everyTypeHasAContractAndItsEvidence() throws IOException {
    assertThat(Guarantees.of(ROOT).objections()).isEmpty();
  }

  @Test
  void whatIsMissingIsFound() throws IOException {
    assertThat(objectionsTo(""))
        .containsExactly("Planted has no contract table, and no reason to have none");
    assertThat(objectionsTo(contract("Progress", "{@code look} and {@code listen}: lock-free")))
        .containsExactly(
            "Planted's contract has no row Linearizable",
            "Planted's contract has no row Happens-before",
            "Planted's contract has no row Allocation",
            "Planted's contract names listen, no method",
            "Planted is lock-free, and no freeze probe uses it",
            "Planted is lock-free, and neither Lincheck nor jcstress uses it");
  }

  @Test
  void evidenceIsFoundByUse() throws IOException {
    String page = Guarantees.of(ROOT).page("ringbuffer");
    assertThat(page.lines().filter(line -> line.startsWith("| `LockFreeRingBuffer`")))
        .singleElement()
        .asString()
        .contains(
            "[`RingBufferTest`]",
            "[`OfLockFree`]",
            "[`LockFreeRingBufferHandOver`]",
            "[`LockFreeRingBufferFamily`]",
            "[`SoakTest`]",
            "[`NonAllocating`]")
        .doesNotContain("OfMpmc", "Mailbox");
  }

  @Test
  void aMentionInACommentIsNoUse() {
    SourceFile file =
        SourceFile.of(
            Path.of("X.java"),
            "package io.latchless.stress.docs; // Planted\n/** Planted */ class X { String s = \"Planted\"; }");
    assertThat(file.uses(Planted.class)).isFalse();
  }

  private static List<String> objectionsTo(String javadoc) throws IOException {
    String source =
        "package io.latchless.stress.docs;\n/**\n" + javadoc + " */\npublic class Planted {}\n";
    SourceFile file = SourceFile.of(Path.of("Planted.java"), source);
    return new Guarantees(
            List.of(LibraryType.of("stress", file)), new Evidence(ROOT, LibraryType.modules(ROOT)))
        .objections();
  }

  private static String contract(String heading, String text) {
    return " * <table class=\"plain\">\n * <caption>Contract</caption>\n"
        + " *   <tr><th scope=\"row\">"
        + heading
        + "<td>"
        + text
        + "\n * </table>\n";
  }
}
