package io.latchless.stress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.guide.MarkedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A guide whose marked places are generated from the sources. */
public final class GeneratedPage {
  private static final boolean RENEW = Boolean.getBoolean("renew.docs");

  private GeneratedPage() {}

  /**
   * Fails if the marked places of a page differ from what they should be. With {@code -Drenew.docs}
   * it writes them instead.
   *
   * @param places returns the Markdown for a place's name
   */
  public static void check(Path page, UnaryOperator<String> places) throws IOException {
    String found = Files.readString(page);
    String renewed = MarkedText.filled(found, places);
    if (RENEW) {
      Files.writeString(page, renewed);
    } else {
      assertThat(found).as("write it again, as CONTRIBUTING.md says").isEqualTo(renewed);
    }
  }
}
