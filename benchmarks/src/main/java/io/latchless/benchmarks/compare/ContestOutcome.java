package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a comparison.
 *
 * @param contests every contest with at least one finished round
 * @param failures the withdrawn subjects
 * @param shortfalls the contests that remain undecided for lack of time, in catalogue order
 * @param complete whether the run ended without being stopped
 */
public record ContestOutcome(
    List<ContestResult> contests,
    List<Failure> failures,
    List<Shortfall> shortfalls,
    boolean complete) {
  static ContestOutcome of(List<Track> tracks, List<Failure> failures, boolean complete) {
    Map<Contest, List<Track>> byContest = new LinkedHashMap<>();
    for (Track track : tracks) {
      if (track.rounds() > 0) {
        byContest.computeIfAbsent(track.contest(), contest -> new ArrayList<>()).add(track);
      }
    }
    List<ContestResult> contests = new ArrayList<>();
    byContest.forEach((contest, own) -> contests.add(result(contest, own)));
    return new ContestOutcome(
        contests,
        List.copyOf(failures),
        tracks.stream().flatMap(track -> track.shortfall().stream()).toList(),
        complete);
  }

  private static ContestResult result(Contest contest, List<Track> tracks) {
    List<SubjectResult> subjects =
        contest.subjects().stream().map(subject -> subject(subject, tracks)).toList();
    List<Comparison> comparisons =
        tracks.stream().flatMap(track -> track.comparisons().stream()).toList();
    return new ContestResult(
        contest.name(),
        contest.question(),
        contest.workload(),
        contest.threads(),
        subjects,
        comparisons);
  }

  private static SubjectResult subject(Subject subject, List<Track> tracks) {
    return new SubjectResult(
        subject.name(),
        subject.role(),
        tracks.stream().flatMap(track -> track.throughput(subject).stream()).toList(),
        tracks.stream().flatMap(track -> track.latency(subject).stream()).toList(),
        tracks.stream()
            .flatMap(track -> track.allocation(subject).stream())
            .findFirst()
            .orElse(null),
        null,
        mean(tracks.stream().flatMap(track -> track.tornLooks(subject).stream()).toList()));
  }

  private static @Nullable Double mean(List<Double> figures) {
    return figures.isEmpty()
        ? null
        : figures.stream().mapToDouble(Double::doubleValue).average().getAsDouble();
  }
}
