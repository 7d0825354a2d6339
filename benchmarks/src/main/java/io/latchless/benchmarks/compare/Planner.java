package io.latchless.benchmarks.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares the time that is left out over the tracks. First every track gets the fewest rounds that
 * allow a verdict, one round of each before the next of any; then those get more whose interval
 * would gain most by it.
 */
final class Planner {
  /** A tie is worth more rounds than a clear result whose size is merely inexact. */
  private static final double WORTH_OF_TIE = 4;

  private Planner() {}

  /**
   * What the planner knows of a track.
   *
   * @param measure throughput comes before latency when there is not time for both
   * @param rounds finished so far
   * @param roundNanos what a round of it is expected to take
   * @param width the widest of its intervals, on a logarithmic scale
   * @param tie whether one of its intervals spans 1
   */
  record State(Measure measure, int rounds, long roundNanos, double width, boolean tie) {
    boolean lacksVerdict() {
      return rounds < SignInterval.FEWEST;
    }

    long nanosToVerdict() {
      return Math.max(0, SignInterval.FEWEST - rounds) * roundNanos;
    }

    /** Rounds until the interval can be tighter than it was at the last such step. */
    int roundsToTighten() {
      return SignInterval.nextTighter(rounds) - rounds;
    }

    long nanosToTighten() {
      return roundsToTighten() * roundNanos;
    }

    boolean halfway() {
      return !lacksVerdict() && !SignInterval.isStep(rounds);
    }

    /** An interval of n rounds narrows by about width / 2n with one round more. */
    double gainPerNano() {
      return width * (tie ? WORTH_OF_TIE : 1) / rounds / roundNanos;
    }
  }

  /**
   * The track to run a round of.
   *
   * @param tracks in catalogue order
   * @param nanosLeft time left for measuring
   * @return its index; empty when no round that would tell anything fits into the time left
   */
  static Optional<Integer> next(List<State> tracks, long nanosLeft) {
    List<Integer> lacking = lackingVerdict(tracks, nanosLeft);
    if (!lacking.isEmpty()) {
      return lacking.stream()
          .filter(i -> tracks.get(i).roundNanos() <= nanosLeft)
          .min(
              Comparator.<Integer>comparingInt(i -> tracks.get(i).rounds())
                  .thenComparing(i -> tracks.get(i).measure()));
    }
    return indices(tracks).stream()
        .filter(i -> !tracks.get(i).lacksVerdict())
        .filter(i -> tracks.get(i).nanosToTighten() <= nanosLeft)
        .max(
            Comparator.<Integer, Boolean>comparing(i -> tracks.get(i).halfway())
                .thenComparing(i -> tracks.get(i).gainPerNano()));
  }

  /** Throughput alone, if latency would keep it from its verdicts. */
  private static List<Integer> lackingVerdict(List<State> tracks, long nanosLeft) {
    List<Integer> all = indices(tracks).stream().filter(i -> tracks.get(i).lacksVerdict()).toList();
    List<Integer> throughput =
        all.stream().filter(i -> tracks.get(i).measure() == Measure.THROUGHPUT).toList();
    long needed = all.stream().mapToLong(i -> tracks.get(i).nanosToVerdict()).sum();
    return needed > nanosLeft && !throughput.isEmpty() ? throughput : all;
  }

  private static List<Integer> indices(List<State> tracks) {
    return IntStream.range(0, tracks.size()).boxed().toList();
  }
}
