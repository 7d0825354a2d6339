package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.ContestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The contests of one type.
 *
 * @param group the common {@code area/type} of the contests
 * @param entries the contests, each with its index among all contests, which the charts use to find
 *     their data
 */
record Chapter(String group, List<Entry> entries) {
  /** A contest and its index among all contests. */
  record Entry(int index, ContestResult contest) {}

  static List<Chapter> of(List<ContestResult> contests) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (int i = 0; i < contests.size(); i++) {
      ContestResult contest = contests.get(i);
      groups
          .computeIfAbsent(Place.group(contest), group -> new ArrayList<>())
          .add(new Entry(i, contest));
    }
    return groups.entrySet().stream().map(e -> new Chapter(e.getKey(), e.getValue())).toList();
  }

  /**
   * Returns the chapter's title: the name of the type, or of all types that play the part of ours
   * here.
   */
  String title() {
    return entries.stream()
        .map(entry -> Place.ours(entry.contest()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
