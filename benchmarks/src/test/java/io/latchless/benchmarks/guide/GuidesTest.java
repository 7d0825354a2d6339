package io.latchless.benchmarks.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures in the guides are those of the run that is kept beside them. */
class GuidesTest {
  private static final Path DOCS = Path.of(System.getProperty("project.root"), "docs");

  @ParameterizedTest
  @ValueSource(strings = {"choosing.md", "results.md", "results/tables.md"})
  void figuresAreThoseOfTheRunThatIsKept(String guide) throws IOException {
    String text = Files.readString(DOCS.resolve(guide));
    assertThat(text)
        .as("write it again, as docs/choosing.md says at its end")
        .isEqualTo(GuideFigures.into(text, kept("results.json"), kept("curves.json")));
  }

  private static Results kept(String name) throws IOException {
    return ResultsJson.read(DOCS.resolve("results").resolve(name));
  }

  @Test
  void pictureIsOfTheRunThatIsKept() throws IOException {
    assertThat(Files.readString(DOCS.resolve("results/scenarios.svg")))
        .as("draw it again: guide docs/results/results.json --picture docs/results/scenarios.svg")
        .isEqualTo(Picture.of(kept("results.json")));
  }
}
