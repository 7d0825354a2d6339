package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.ContestResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A contest's place in the report: its type and its address. */
final class Place {
  private Place() {}

  /** Returns the contest's {@code area/type}, or its whole name if that has no parts. */
  static String group(ContestResult contest) {
    int slash = contest.name().lastIndexOf('/');
    return slash > 0 ? contest.name().substring(0, slash) : contest.name();
  }

  /** Returns the part of the contest's name that follows its group. */
  static String within(ContestResult contest) {
    int slash = contest.name().lastIndexOf('/');
    return contest.name().substring(slash + 1);
  }

  /** Returns the name of ours, the first subject. */
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

  /** Returns an id. HTML accepts any text without white space. */
  private static String id(String kind, String name) {
    return kind + "/" + name.replaceAll("\\s", "-");
  }

  private static String link(String id) {
    return "#" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
