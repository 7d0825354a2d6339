package io.latchless.stress.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java source.
 *
 * @param path where it is
 * @param text all of it
 * @param code the text without comments and string literals
 * @param words the identifiers and keywords in the code
 */
record SourceFile(Path path, String text, String code, Set<String> words) {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  static SourceFile of(Path path, String text) {
    String code = NOT_CODE.matcher(text).replaceAll("");
    return new SourceFile(path, text, code, words(code));
  }

  /** Reads all sources below a directory; none if there is no such directory. */
  static List<SourceFile> below(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> paths = walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      List<SourceFile> files = new ArrayList<>();
      for (Path path : paths) {
        files.add(of(path, Files.readString(path)));
      }
      return files;
    }
  }

  static Set<String> words(String code) {
    return WORD.matcher(code).results().map(word -> word.group()).collect(Collectors.toSet());
  }

  String name() {
    return path.getFileName().toString().replace(".java", "");
  }

  String packageName() {
    Matcher matcher = PACKAGE.matcher(code);
    return matcher.find() ? matcher.group(1) : "";
  }

  boolean isTest() {
    return name().endsWith("Test");
  }

  /** Returns whether the name of a class means that class here, and some of these words name it. */
  boolean uses(Class<?> type, Collection<String> someWords) {
    return someWords.contains(type.getSimpleName())
        && (packageName().equals(type.getPackageName())
            || code.contains("import " + type.getName() + ";"));
  }

  boolean uses(Class<?> type) {
    return uses(type, words);
  }
}
