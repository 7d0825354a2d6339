package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One contest in two runs. */
record ContestPair(ContestResult older, ContestResult newer) {
  void compare(Consumer<MeasuredChange> changes, Consumer<UnpairedContest> leftOut) {
    if (older.threads() != newer.threads() || !older.workload().equals(newer.workload())) {
      leftOut.accept(
          new UnpairedContest(
              newer.name(), UnpairedContest.Part.CONTEST, UnpairedContest.Reason.OTHER_WORKLOAD));
      return;
    }
    for (MetricGroup measured : MetricGroup.values()) {
      compare(measured, changes, leftOut);
    }
  }

  private void compare(
      MetricGroup measured, Consumer<MeasuredChange> changes, Consumer<UnpairedContest> leftOut) {
    Optional<SubjectResult> before = ours(older, measured);
    Optional<SubjectResult> now = ours(newer, measured);
    if (before.isEmpty() && now.isEmpty()) {
      return;
    }
    Consumer<UnpairedContest.Reason> without =
        reason -> leftOut.accept(new UnpairedContest(newer.name(), measured.part(), reason));
    if (before.isEmpty()) {
      without.accept(UnpairedContest.Reason.ONLY_NEWER);
    } else if (now.isEmpty()) {
      without.accept(UnpairedContest.Reason.ONLY_OLDER);
    } else if (!usable(before.get(), measured) || !usable(now.get(), measured)) {
      without.accept(UnpairedContest.Reason.NO_FIGURE);
    } else {
      List<String> opponents = opponents(before.get(), now.get(), measured);
      if (opponents.isEmpty()) {
        without.accept(UnpairedContest.Reason.NO_COMMON_OPPONENT);
      } else {
        for (Metric metric : measured.metrics()) {
          changes.accept(
              MeasuredChange.of(
                  newer,
                  metric,
                  opponents.size(),
                  relative(older, before.get(), opponents, metric),
                  relative(newer, now.get(), opponents, metric)));
        }
      }
    }
  }

  private static Optional<SubjectResult> ours(ContestResult contest, MetricGroup measured) {
    return contest.subjects().stream()
        .filter(subject -> subject.role() == Role.OURS && measured.rounds(subject) > 0)
        .findFirst();
  }

  /** Returns the names of the opponents that took part in every round of ours, in both runs. */
  private List<String> opponents(SubjectResult before, SubjectResult now, MetricGroup measured) {
    List<String> common = new ArrayList<>(opponents(older, before, measured));
    common.retainAll(opponents(newer, now, measured));
    return common;
  }

  private static List<String> opponents(
      ContestResult contest, SubjectResult ours, MetricGroup measured) {
    return contest.subjects().stream()
        .filter(subject -> subject.role() != Role.OURS)
        .filter(subject -> measured.rounds(subject) >= measured.rounds(ours))
        .filter(subject -> usable(subject, measured))
        .map(SubjectResult::name)
        .toList();
  }

  /** Returns whether every round has a logarithm: a round without operations has none. */
  private static boolean usable(SubjectResult subject, MetricGroup measured) {
    return measured.metrics().stream()
        .flatMapToDouble(metric -> Arrays.stream(MetricGroup.goodness(subject, metric)))
        .allMatch(Double::isFinite);
  }

  /**
   * Returns how good ours was in each round, minus the mean of its opponents in the same round. A
   * change in the speed of the whole machine affects both and cancels out.
   */
  private static double[] relative(
      ContestResult contest, SubjectResult ours, List<String> opponents, Metric metric) {
    double[] relative = MetricGroup.goodness(ours, metric);
    for (SubjectResult subject : contest.subjects()) {
      if (subject.role() != Role.OURS && opponents.contains(subject.name())) {
        double[] theirs = MetricGroup.goodness(subject, metric);
        for (int round = 0; round < relative.length; round++) {
          relative[round] -= theirs[round] / opponents.size();
        }
      }
    }
    return relative;
  }
}
