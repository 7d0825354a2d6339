package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A class file that ArchUnit only logs and leaves out violates the rules. */
class LeftOutTest {
  private static final int OF_A_VERSION_TO_COME = 127;

  @TempDir private Path classes;

  @BeforeEach
  void writeOneThatCanBeRead() throws IOException {
    write("io/latchless/rules/LeftOutTest$Good.class", bytes("Good", 0));
  }

  /** A class without findings. */
  static final class Good {}

  /** Another class without findings. */
  static final class Bad {}

  @ParameterizedTest
  @EnumSource
  void isReportedByEveryRule(Example example) throws IOException {
    write("io/latchless/rules/LeftOutTest$Bad.class", bytes("Bad", OF_A_VERSION_TO_COME));

    assertReported(example, "io/latchless/rules/LeftOutTest$Bad.class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"io/latchless/rules/sub/A.class", "io/other/A.class", "A.class"})
  void isFoundInEveryPackage(String name) throws IOException {
    write(name, bytes("Bad", OF_A_VERSION_TO_COME));

    assertReported(Example.FIELDS, name);
  }

  @Test
  void isReportedIfItIsDamaged() throws IOException {
    write("io/latchless/rules/A.class", new byte[] {1, 2, 3});
    assertReported(Example.FIELDS, "io/latchless/rules/A.class");

    write("io/latchless/rules/A.class", new byte[0]);
    assertReported(Example.FIELDS, "io/latchless/rules/A.class");
  }

  @Test
  void isFoundInAJarFile(@TempDir Path directory) throws IOException {
    Path jar = directory.resolve("with space.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      put(entries, "io/latchless/rules/LeftOutTest$Good.class", bytes("Good", 0));
      put(entries, "io/latchless/rules/LeftOutTest$Bad.class", bytes("Bad", OF_A_VERSION_TO_COME));
      put(entries, "META-INF/versions/99/A.class", bytes("Bad", OF_A_VERSION_TO_COME));
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(findings(Example.FIELDS, new ClassFileImporter().importJar(file)))
          .singleElement()
          .asString()
          .contains("with%20space.jar!/io/latchless/rules/LeftOutTest$Bad.class> was not checked");
    }
  }

  /** Readable files that were not requested, and files without a class. */
  @Test
  void nothingElseIsReported() throws IOException {
    write("io/latchless/rules/LeftOutTest$Bad.class", bytes("Bad", 0));
    write("module-info.class", bytes("Bad", OF_A_VERSION_TO_COME));
    write("META-INF/versions/99/A.class", bytes("Bad", OF_A_VERSION_TO_COME));
    write("README.md", new byte[] {1});
    JavaClasses one =
        new ClassFileImporter()
            .importPath(classes.resolve("io/latchless/rules/LeftOutTest$Good.class"));

    assertThat(one).hasSize(1);
    assertThat(findings(Example.FIELDS, one)).isEmpty();
  }

  private void assertReported(Example example, String name) {
    assertThat(findings(example, new ClassFileImporter().importPath(classes)))
        .singleElement()
        .asString()
        .contains(name + "> was not checked because ArchUnit cannot read it");
  }

  private static List<String> findings(Example example, JavaClasses imported) {
    return example.rule().evaluate(imported).getFailureReport().getDetails();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
  }

  private static void put(JarOutputStream entries, String name, byte[] bytes) throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(bytes);
    entries.closeEntry();
  }

  private static byte[] bytes(String name, int majorVersion) throws IOException {
    String file = "LeftOutTest$" + name + ".class";
    try (InputStream stream = Objects.requireNonNull(LeftOutTest.class.getResourceAsStream(file))) {
      byte[] bytes = stream.readAllBytes();
      if (majorVersion > 0) {
        bytes[7] = (byte) majorVersion;
      }
      return bytes;
    }
  }
}
