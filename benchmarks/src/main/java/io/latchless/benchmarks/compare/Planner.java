package io.latchless.benchmarks.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares the time that is left out over the tracks. First every track gets the fewest rounds that
 * allow a verdict, one round of each before the next of any; then those get more whose interval
 * would gain most by it.
 *
 * <p>When there is not time for a verdict on every track, those that can have one get it, wave by
 * wave: throughput before latency, and the first contest of every type before the second of any.
 * Rounds are then shared out within a wave only, so that a run that ends early has verdicts too.
 */
final class Planner {
  /** A tie is worth more rounds than a clear result whose size is merely inexact. */
  private static final double WORTH_OF_TIE = 4;

  /** Kept free when all are to get their rounds in turn: forks may yet prove dearer. */
  private static final double RESERVE = 0.1;

  private static final Comparator<State> IN_TURN =
      Comparator.comparingInt(State::rounds)
          .thenComparing(State::measure)
          .thenComparingInt(State::wave);

  private static final Comparator<State> BY_WAVE =
      Comparator.comparing(State::measure).thenComparingInt(State::wave);

  private static final Comparator<State> WITHIN_WAVE = BY_WAVE.thenComparingInt(State::rounds);

  /** Who has begun goes on, or all of a wave would share time that only some can use. */
  private static final Comparator<State> TO_VERDICT =
      BY_WAVE.thenComparing(State::rounds, Comparator.reverseOrder());

  private Planner() {}

  /**
   * What the planner knows of a track.
   *
   * @param measure throughput comes before latency when there is not time for both
   * @param wave how many contests of its type come before it
   * @param rounds finished so far
   * @param wanted how many it is to have before any other gets more than it wants
   * @param roundNanos what a round of it is expected to take
   * @param width the widest of its intervals, on a logarithmic scale
   * @param tie whether one of its intervals spans 1
   */
  record State(
      Measure measure,
      int wave,
      int rounds,
      int wanted,
      long roundNanos,
      double width,
      boolean tie) {
    boolean lacksVerdict() {
      return rounds < wanted;
    }

    long nanosToVerdict() {
      return Math.max(0, wanted - rounds) * roundNanos;
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
    List<Integer> lacking =
        indices(tracks).stream().filter(i -> tracks.get(i).lacksVerdict()).toList();
    if (lacking.isEmpty()) {
      return tighter(tracks, nanosLeft);
    }
    if (nanosToVerdicts(tracks) * (1 + RESERVE) <= nanosLeft) {
      return first(tracks, lacking, IN_TURN);
    }
    Optional<Integer> next = first(tracks, decidable(tracks, lacking, nanosLeft), WITHIN_WAVE);
    if (next.isPresent()) {
      return next;
    }
    // Figures without a verdict, where they are the most that there is time for.
    List<Integer> fitting =
        lacking.stream().filter(i -> tracks.get(i).roundNanos() <= nanosLeft).toList();
    return first(tracks, fitting, IN_TURN).or(() -> tighter(tracks, nanosLeft));
  }

  /** The time in which every track gets to its verdict. */
  static long nanosToVerdicts(List<State> tracks) {
    return tracks.stream().mapToLong(State::nanosToVerdict).sum();
  }

  /** Those whose verdicts there is time for, the earlier waves served first. */
  private static List<Integer> decidable(List<State> tracks, List<Integer> lacking, long nanos) {
    List<Integer> served =
        lacking.stream().sorted(Comparator.comparing(tracks::get, TO_VERDICT)).toList();
    List<Integer> decidable = new ArrayList<>();
    long left = nanos;
    for (int i : served) {
      long needed = tracks.get(i).nanosToVerdict();
      if (needed <= left) {
        left -= needed;
        decidable.add(i);
      }
    }
    return decidable;
  }

  private static Optional<Integer> first(
      List<State> tracks, List<Integer> candidates, Comparator<State> order) {
    return candidates.stream().min(Comparator.comparing(tracks::get, order));
  }

  private static Optional<Integer> tighter(List<State> tracks, long nanosLeft) {
    return indices(tracks).stream()
        .filter(i -> !tracks.get(i).lacksVerdict())
        .filter(i -> tracks.get(i).nanosToTighten() <= nanosLeft)
        .max(
            Comparator.<Integer, Boolean>comparing(i -> tracks.get(i).halfway())
                .thenComparing(i -> tracks.get(i).gainPerNano()));
  }

  private static List<Integer> indices(List<State> tracks) {
    return IntStream.range(0, tracks.size()).boxed().toList();
  }
}
