package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class that could not be checked violates the rules. */
class UnreadableClassTest {
  /** A class without findings. */
  static final class Innocent {}

  private Path file;
  private JavaClasses imported;

  @BeforeEach
  void importCopy(@TempDir Path directory) throws IOException {
    file = directory.resolve("Innocent.class");
    URL original =
        Objects.requireNonNull(Innocent.class.getResource("UnreadableClassTest$Innocent.class"));
    try (InputStream bytes = original.openStream()) {
      Files.copy(bytes, file);
    }
    imported = new ClassFileImporter().importPath(directory);
  }

  @ParameterizedTest
  @EnumSource
  void passesAsLongAsItCanBeRead(Example example) {
    assertThat(findings(example)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isReportedIfItIsGone(Example example) throws IOException {
    Files.delete(file);

    assertReported(example);
  }

  @ParameterizedTest
  @EnumSource
  void isReportedIfItIsBroken(Example example) throws IOException {
    Files.write(file, new byte[] {1, 2, 3});

    assertReported(example);
  }

  @ParameterizedTest
  @EnumSource
  void isReportedIfItIsOfAVersionToCome(Example example) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = 127;
    Files.write(file, bytes);

    assertReported(example);
  }

  private void assertReported(Example example) {
    assertThat(findings(example))
        .singleElement()
        .asString()
        .startsWith("Class <" + Innocent.class.getName() + "> was not checked because ")
        .contains("Innocent.class cannot be read")
        .endsWith("(UnreadableClassTest.java:0)");
  }

  private List<String> findings(Example example) {
    return example.rule().evaluate(imported).getFailureReport().getDetails();
  }
}
