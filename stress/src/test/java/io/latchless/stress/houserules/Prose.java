package io.latchless.stress.houserules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for names, comments and Markdown that neither compiler nor formatter checks. */
final class Prose {
  static final int WIDEST = 100;

  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
  private static final Pattern PERSON = Pattern.compile("(?i)\\bwho(?:ever)?\\b[^.!?|]*(.?)");

  private Prose() {}

  /** Returns the files in a tree with the given suffix, without build output. */
  static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> isOurs(root.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  /** Returns the line numbers of comments that are too wide. */
  static List<Integer> wideComments(List<String> java) {
    return wide(java, Pattern.compile("\\s*(\\*|//|/\\*).*"));
  }

  /** Returns the line numbers of Markdown lines that are too wide, except tables and figures. */
  static List<Integer> wideMarkdown(List<String> markdown) {
    List<String> written = new ArrayList<>();
    boolean generated = false;
    for (String line : markdown) {
      generated = line.startsWith("<!-- figures:") || (generated && !line.startsWith("<!-- end"));
      written.add(generated ? "" : line);
    }
    return wide(written, Pattern.compile("(?!\\||<|\\[[^]]+]:|.*https?://\\S{60}).*"));
  }

  private static List<Integer> wide(List<String> lines, Pattern which) {
    List<Integer> wide = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > WIDEST && which.matcher(lines.get(i)).matches()) {
        wide.add(i + 1);
      }
    }
    return wide;
  }

  /** Returns the places where a text says "who" or "whoever" and does not ask. */
  static List<String> relativePersons(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PERSON.matcher(text);
    while (matcher.find()) {
      if (!matcher.group(1).equals("?")) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  /** Returns the simple names that several source files share, with those files. */
  static Map<String, List<Path>> sharedNames(List<Path> sources) {
    Map<String, List<Path>> byName = new LinkedHashMap<>();
    for (Path source : sources) {
      byName
          .computeIfAbsent(source.getFileName().toString(), name -> new ArrayList<>())
          .add(source);
    }
    byName.remove("package-info.java");
    byName.remove("module-info.java");
    byName.values().removeIf(files -> files.size() == 1);
    return byName;
  }
}
