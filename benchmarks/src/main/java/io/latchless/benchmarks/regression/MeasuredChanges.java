package io.latchless.benchmarks.regression;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes from one run to another.
 *
 * <p>A machine is faster on one day than on the next, and the rounds of one run have no partners in
 * the other. But in every round ours ran beside its opponents. The compared figure is therefore
 * ours relative to the opponents of the same round: the logarithm of ours minus the mean of the
 * logarithms of the opponents that both runs have in every round. A drift of the whole machine
 * affects both and cancels out. Only a change of an opponent would look like a change of ours, in
 * the other direction.
 *
 * <p>The figures of the two runs are two independent samples. The change is the shift of the newer
 * sample against the older, by the Hodges-Lehmann estimate: the median of the differences of all
 * pairs. Its confidence interval of at least 95 % belongs to the Mann-Whitney test (Hollander,
 * Wolfe and Chicken, "Nonparametric Statistical Methods", third edition, sections 4.2 and 4.3). It
 * assumes no particular distribution. {@link ChangeVerdict} derives the verdict from the interval.
 *
 * <p>The interval cannot tell whether anything but the code differs between the runs. A different
 * processor, JDK or flag may favour one subject over another. {@link MachineDifference} names such
 * differences.
 *
 * @param older the run to compare with
 * @param newer the run in question
 * @param all a change for each metric of each contest in both runs, in the newer run's order
 * @param leftOut the measurements that are not compared, the newer run's contests first
 */
public record MeasuredChanges(
    Results older, Results newer, List<MeasuredChange> all, List<UnpairedContest> leftOut) {
  /** Compares two runs, in either order of time. */
  public static MeasuredChanges between(Results older, Results newer) {
    List<MeasuredChange> all = new ArrayList<>();
    List<UnpairedContest> leftOut = new ArrayList<>();
    Map<String, ContestResult> before =
        older.contests().stream().collect(toMap(ContestResult::name, identity()));
    Set<String> names = new HashSet<>();
    for (ContestResult contest : newer.contests()) {
      names.add(contest.name());
      ContestResult same = before.get(contest.name());
      if (same == null) {
        leftOut.add(whole(contest, UnpairedContest.Reason.ONLY_NEWER));
      } else {
        new ContestPair(same, contest).compare(all::add, leftOut::add);
      }
    }
    for (ContestResult contest : older.contests()) {
      if (!names.contains(contest.name())) {
        leftOut.add(whole(contest, UnpairedContest.Reason.ONLY_OLDER));
      }
    }
    return new MeasuredChanges(older, newer, List.copyOf(all), List.copyOf(leftOut));
  }

  private static UnpairedContest whole(ContestResult contest, UnpairedContest.Reason reason) {
    return new UnpairedContest(contest.name(), UnpairedContest.Part.CONTEST, reason);
  }

  /** Returns the changes with a verdict, the largest first. */
  public List<MeasuredChange> with(ChangeVerdict verdict) {
    return all.stream()
        .filter(change -> change.verdict() == verdict)
        .sorted(MeasuredChange.LARGEST_FIRST)
        .toList();
  }

  /** Returns the differences between the conditions of the two runs. */
  public List<MachineDifference> machines() {
    return MachineDifference.between(older.machine(), newer.machine());
  }
}
