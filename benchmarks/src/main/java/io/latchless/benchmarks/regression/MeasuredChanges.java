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
 * What changed from one run to another.
 *
 * <p>A machine is faster on one day than on the next, and the rounds of one run have no partners in
 * the other. But in every round ours ran beside its opponents. So the figure that is compared is
 * not what ours did, but what it did relative to the opponents of the same round: the logarithm of
 * ours less the mean of the logarithms of the opponents that both runs have in every round. A drift
 * of the whole machine is in both and cancels; only an opponent that itself changed would pass for
 * a change of ours, in the other direction.
 *
 * <p>These figures of the two runs are two independent samples. The change is by how much the newer
 * one is shifted against the older: the Hodges-Lehmann estimate, the median of the differences of
 * all pairs, with the confidence interval of at least 95 % that belongs to the Mann-Whitney test
 * (Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods", third edition, sections 4.2
 * and 4.3). It takes no distribution for granted. {@link ChangeVerdict} says what follows from the
 * interval.
 *
 * <p>What the interval cannot know is whether something other than the code differs between the
 * runs and favours one subject over another: a different processor, JDK or flag does. {@link
 * MachineDifference} names such differences.
 *
 * @param older the run that is compared with
 * @param newer the run that is looked at
 * @param all one for each metric of each contest that both runs have, in the newer run's order
 * @param leftOut what is not compared, the newer run's contests first
 */
public record MeasuredChanges(
    Results older, Results newer, List<MeasuredChange> all, List<UnpairedContest> leftOut) {
  /** Compares two runs, in whichever order they were made. */
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

  /** Those with one verdict, the largest change first. */
  public List<MeasuredChange> with(ChangeVerdict verdict) {
    return all.stream()
        .filter(change -> change.verdict() == verdict)
        .sorted(MeasuredChange.LARGEST_FIRST)
        .toList();
  }

  /** Where the two runs were made under different conditions. */
  public List<MachineDifference> machines() {
    return MachineDifference.between(older.machine(), newer.machine());
  }
}
