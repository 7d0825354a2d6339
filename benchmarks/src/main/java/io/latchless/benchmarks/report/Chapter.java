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
 * @param group their common {@code area/type}
 * @param entries the contests, each with its index among all, by which the charts find their data
 */
record Chapter(String group, List<Entry> entries) {
  /** One contest and its index among all. */
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

  /** What the chapter is called: the type, or all types that stand in for ours here. */
  String title() {
    return entries.stream()
        .map(entry -> Place.ours(entry.contest()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
