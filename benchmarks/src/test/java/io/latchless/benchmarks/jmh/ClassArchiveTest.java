package io.latchless.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  /** A class whose file is the only content of a jar. */
  static final class Sample {
    private Sample() {}

    public static void main(String[] arguments) {
      System.out.println("ran");
    }
  }

  @Test
  void laterJvmStartsFromTheArchiveAndSaysNothingMore(@TempDir Path directory) throws IOException {
    String jar = jar(directory).toString();
    ClassArchive archive = new ClassArchive(jar);
    List<String> printed = new ArrayList<>();
    archive.make(flags -> printed.addAll(run(jar, flags)));
    assertThat(printed).containsExactly("ran");
    assertThat(archive.flags()).hasSize(2);
    assertThat(run(jar, archive.flags())).containsExactly("ran");

    List<String> loud = new ArrayList<>(archive.flags());
    loud.add("-Xlog:class+load");
    assertThat(run(jar, loud))
        .anyMatch(line -> line.contains(Sample.class.getName()) && line.contains("shared objects"));
  }

  @Test
  void archiveThatIsGoneIsDoneWithoutInSilence(@TempDir Path directory) throws IOException {
    String jar = jar(directory).toString();
    List<String> flags =
        List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + directory.resolve("none.jsa"));
    assertThat(run(jar, flags)).containsExactly("ran");
  }

  @Test
  void thereIsNoneForDirectories(@TempDir Path directory) throws IOException {
    ClassArchive archive = new ClassArchive(jar(directory) + File.pathSeparator + directory);
    archive.make(
        flags -> {
          throw new AssertionError("nothing is to be run");
        });
    assertThat(archive.flags()).isEmpty();
  }

  @Test
  void thereIsNoneIfTheJvmThatMakesItFails(@TempDir Path directory) throws IOException {
    ClassArchive archive = new ClassArchive(jar(directory).toString());
    archive.make(flags -> false);
    archive.make(flags -> true);
    assertThat(archive.flags()).isEmpty();
  }

  private Path jar(Path directory) throws IOException {
    Path jar = directory.resolve("sample.jar");
    String name = Sample.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        var bytes = ClassLoader.getSystemResourceAsStream(name)) {
      entries.putNextEntry(new ZipEntry(name));
      assertThat(bytes).isNotNull();
      bytes.transferTo(entries);
    }
    return jar;
  }

  private static List<String> run(String classPath, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, Sample.class.getName()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] printed = process.getInputStream().readAllBytes();
      return new String(printed, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
