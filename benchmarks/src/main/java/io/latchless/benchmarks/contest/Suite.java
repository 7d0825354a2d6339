package io.latchless.benchmarks.contest;

import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of contests with unique names.
 *
 * @param contests the contests, in the order of lists and reports
 */
public record Suite(List<Contest> contests) {
  /**
   * Copies the list.
   *
   * @throws InvalidContestException if two contests have the same name
   */
  public Suite {
    contests = List.copyOf(contests);
    Set<String> names = new HashSet<>();
    for (Contest contest : contests) {
      if (!names.add(contest.name())) {
        throw new InvalidContestException(contest.name(), "two contests have this name");
      }
    }
  }

  /** Returns every contest of every catalogue on the class path. */
  public static Suite load() {
    return new Suite(
        ServiceLoader.load(Catalogue.class).stream()
            .flatMap(provider -> provider.get().contests().stream())
            .toList());
  }

  /**
   * Returns the contests whose whole name matches.
   *
   * @param glob a pattern: {@code *} matches any characters including slashes, {@code ?} matches
   *     one
   */
  public Suite matching(String glob) {
    Pattern pattern =
        Pattern.compile(
            glob.chars()
                .mapToObj(
                    c ->
                        switch (c) {
                          case '*' -> ".*";
                          case '?' -> ".";
                          default -> Pattern.quote(Character.toString(c));
                        })
                .collect(Collectors.joining()));
    return new Suite(
        contests.stream().filter(contest -> pattern.matcher(contest.name()).matches()).toList());
  }
}
