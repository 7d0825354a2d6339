package io.latchless.benchmarks.contest;

import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Contests with unique names.
 *
 * @param contests in the order in which they are listed and reported
 */
public record Suite(List<Contest> contests) {
  /**
   * Copies the list.
   *
   * @throws InvalidContestException if two contests have one name
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

  /** Every contest of every catalogue on the class path. */
  public static Suite load() {
    return new Suite(
        ServiceLoader.load(Catalogue.class).stream()
            .flatMap(provider -> provider.get().contests().stream())
            .toList());
  }

  /**
   * The contests whose whole name matches.
   *
   * @param glob a name in which {@code *} stands for any characters, slashes too, and {@code ?} for
   *     any one
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
