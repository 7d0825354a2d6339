package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.compare.Paired;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A measured point of a curve.
 *
 * @param value the value on the axis
 * @param contest the figures measured there
 */
public record Point(int value, ContestResult contest) {
  /** Returns the subjects with figures, in the contest's order. */
  public List<SubjectResult> subjects() {
    return contest.subjects().stream().filter(Point::hasFigures).toList();
  }

  private static boolean hasFigures(SubjectResult subject) {
    return !subject.throughput().isEmpty()
        && subject.throughput().stream().allMatch(figure -> figure > 0 && Double.isFinite(figure));
  }

  /** Returns the figures of a subject; empty if there are none. */
  public Optional<SubjectResult> subject(String name) {
    return subjects().stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  /** Returns the median of a subject's rounds, in operations per second. */
  public static double median(SubjectResult subject) {
    List<Double> sorted = subject.throughput().stream().sorted().toList();
    int last = sorted.size() - 1;
    return Math.sqrt(sorted.get(last / 2) * sorted.get(last - last / 2));
  }

  /** Returns the name of the subject with the highest median; empty if there are no figures. */
  public Optional<String> leader() {
    return subjects().stream()
        .max(Comparator.comparingDouble(Point::median))
        .map(SubjectResult::name);
  }

  /** Returns whether the leader is clearly faster than every other subject. */
  public boolean isDecided() {
    Optional<String> leader = leader();
    return leader.isPresent()
        && subjects().stream()
            .map(SubjectResult::name)
            .filter(name -> !name.equals(leader.get()))
            .allMatch(name -> isShown(leader.get(), name));
  }

  /**
   * Compares the throughput of two subjects, the first relative to the second; empty if there is no
   * such pair.
   */
  public Optional<Comparison> compare(String first, String second) {
    return subject(first)
        .flatMap(one -> subject(second).flatMap(two -> Paired.throughput(one, two)));
  }

  /** Returns whether the first is clearly faster than the second. */
  boolean isShown(String first, String second) {
    return compare(first, second)
        .filter(comparison -> comparison.verdict() == Verdict.BETTER)
        .isPresent();
  }
}
