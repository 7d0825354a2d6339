package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.ContestResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a contest stands in the report: under which type, and by which address. */
final class Place {
  private Place() {}

  /** The contest's {@code area/type}, or its whole name where that has no parts. */
  static String group(ContestResult contest) {
    int slash = contest.name().lastIndexOf('/');
    return slash > 0 ? contest.name().substring(0, slash) : contest.name();
  }

  /** The part of the contest's name that its group does not say. */
  static String within(ContestResult contest) {
    int slash = contest.name().lastIndexOf('/');
    return contest.name().substring(slash + 1);
  }

  /** The name of ours, the first subject. */
  static String ours(ContestResult contest) {
    return contest.subjects().isEmpty() ? "Latchless" : contest.subjects().get(0).name();
  }

  static String id(ContestResult contest) {
    return id("contest", contest.name());
  }

  static String id(Chapter chapter) {
    return id("type", chapter.group());
  }

  static String link(ContestResult contest) {
    return link(id(contest));
  }

  static String link(Chapter chapter) {
    return link(id(chapter));
  }

  /** Any text without white space will do as an id. */
  private static String id(String kind, String name) {
    return kind + "/" + name.replaceAll("\\s", "-");
  }

  private static String link(String id) {
    return "#" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
