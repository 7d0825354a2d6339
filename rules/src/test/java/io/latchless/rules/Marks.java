package io.latchless.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines of example sources that are marked as mistakes, as {@code File.java:12}. */
final class Marks {
  private static final String MARK = "// caught";
  private static final Path SOURCES = Path.of("src/test/java");

  private Marks() {}

  static List<String> in(String packageName) throws IOException {
    List<String> marks = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve(packageName.replace('.', '/')))) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).endsWith(MARK))
            .mapToObj(i -> file.getFileName() + ":" + (i + 1))
            .forEach(marks::add);
      }
    }
    return marks;
  }
}
