package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The change of one metric of one contest between two runs. Ratios are of ours relative to the
 * opponents. A ratio above 1 always means that the newer run is better: more operations per second,
 * or less time per operation.
 *
 * @param contest the contest as in the newer run
 * @param metric the compared metric
 * @param opponents the number of opponents that take part in every round of both runs; ours is
 *     measured relative to these
 * @param ratio the ratio of the newer run to the older one
 * @param low the lower end of the ratio's confidence interval of at least 95 %; null with too few
 *     rounds
 * @param high the upper end of the same interval; null with too few rounds
 * @param olderRounds the number of rounds in the older run
 * @param newerRounds the number of rounds in the newer run
 * @param verdict the verdict that the interval allows
 */
public record MeasuredChange(
    ContestResult contest,
    Metric metric,
    int opponents,
    double ratio,
    @Nullable Double low,
    @Nullable Double high,
    int olderRounds,
    int newerRounds,
    ChangeVerdict verdict) {
  static final Comparator<MeasuredChange> LARGEST_FIRST =
      Comparator.comparingDouble((MeasuredChange change) -> Math.abs(Math.log(change.ratio())))
          .reversed();

  static MeasuredChange of(
      ContestResult contest, Metric metric, int opponents, double[] olderLogs, double[] newerLogs) {
    Shift shift = Shift.between(olderLogs, newerLogs);
    Double low = shift.low() == null ? null : Math.exp(shift.low());
    Double high = shift.high() == null ? null : Math.exp(shift.high());
    return new MeasuredChange(
        contest,
        metric,
        opponents,
        Math.exp(shift.estimate()),
        low,
        high,
        olderLogs.length,
        newerLogs.length,
        low == null || high == null ? ChangeVerdict.UNDECIDED : ChangeVerdict.of(low, high));
  }

  /** Returns whether either run has too few rounds for an interval. */
  public boolean lacksRounds() {
    return low == null || high == null;
  }
}
