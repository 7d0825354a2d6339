package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one metric of one contest between two runs. Ratios are of ours relative to the
 * opponents; above 1 always means that the newer run is better: more operations a second, or less
 * time for one.
 *
 * @param contest as the newer run has it
 * @param metric what is compared
 * @param opponents how many opponents ours is measured by: those that take part in every round of
 *     both runs
 * @param ratio newer to older
 * @param low the lower end of its confidence interval of at least 95 %; null with too few rounds
 * @param high the upper end of the same interval; null with too few rounds
 * @param olderRounds how many rounds of the older run there are
 * @param newerRounds how many rounds of the newer run there are
 * @param verdict what may be said
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

  /** Whether either run has too few rounds for an interval. */
  public boolean lacksRounds() {
    return low == null || high == null;
  }
}
