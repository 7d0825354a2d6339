package io.latchless.stress.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The contract table in the Javadoc of a type.
 *
 * @param rows the Javadoc of each row by its heading; empty if the type has no such table
 */
record Contract(Map<String, String> rows) {
  static final String PROGRESS = "Progress";
  static final List<String> REQUIRED =
      List.of(PROGRESS, "Linearizable", "Happens-before", "Allocation");

  private static final Pattern TABLE =
      Pattern.compile("<caption>Contract.*?</caption>(.*?)</table>", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("<tr><th scope=\"row\">(.*?)<td>(.*?)(?=<tr>|$)", Pattern.DOTALL);
  private static final Pattern METHOD = Pattern.compile("\\{@code ([a-z]\\w*)(?:\\([^)]*\\))?}");
  private static final Pattern LINK = Pattern.compile("\\{@link (\\w+)");
  private static final Pattern LIKE =
      Pattern.compile("(?:\\b[Aa]s\\b|\\blike\\b)[^;.]*?\\{@link (\\w+)");

  /** Reads the first contract table of a source text. */
  static Contract of(String source) {
    Map<String, String> rows = new LinkedHashMap<>();
    TABLE
        .matcher(source.replaceAll("\n \\* ?", " "))
        .results()
        .limit(1)
        .flatMap(table -> ROW.matcher(table.group(1)).results())
        .forEach(row -> rows.put(row.group(1), row.group(2).replaceAll("\\s+", " ").strip()));
    return new Contract(rows);
  }

  boolean exists() {
    return !rows.isEmpty();
  }

  List<String> missingRows() {
    List<String> missing = new ArrayList<>(REQUIRED);
    missing.removeAll(rows.keySet());
    return missing;
  }

  /** Returns the methods that the table names as code. */
  List<String> methods() {
    return found(METHOD).filter(name -> !SourceVersion.isKeyword(name)).toList();
  }

  /** Returns the types to which the table links. */
  List<String> links() {
    return found(LINK).toList();
  }

  /** Returns the types that the progress row says this type is like. */
  List<String> borrowsFrom() {
    return first(LIKE.matcher(progress()).results()).toList();
  }

  String progress() {
    return rows.getOrDefault(PROGRESS, "");
  }

  /** Returns the methods named that no candidate has. */
  List<String> unknownMethods(Set<String> known) {
    return methods().stream().filter(name -> !known.contains(name)).toList();
  }

  private Stream<String> found(Pattern pattern) {
    return rows.values().stream().flatMap(row -> first(pattern.matcher(row).results()));
  }

  private static Stream<String> first(Stream<MatchResult> matches) {
    return matches.map(match -> match.group(1)).distinct();
  }
}
