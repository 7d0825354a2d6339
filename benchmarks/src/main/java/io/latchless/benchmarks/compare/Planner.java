package io.latchless.benchmarks.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Distributes the remaining time over the tracks. First every track gets the minimum number of
 * rounds for a verdict, one round of each track before the next of any. After that, the track whose
 * interval gains most from another round gets it.
 *
 * <p>If time does not suffice for a verdict on every track, the tracks are served in waves:
 * throughput before latency, and the first contest of every type before the second of any. Rounds
 * then alternate only within a wave, so that a run that ends early has verdicts too. No track then
 * gets more rounds than its verdict needs before the others have theirs.
 */
final class Planner {
  /** The weight of a tie: it deserves more rounds than a clear result of inexact size. */
  private static final double WORTH_OF_TIE = 4;

  /**
   * The share of time kept in reserve when all tracks take turns, as forks may turn out to take
   * longer.
   */
  private static final double RESERVE = 0.1;

  private static final Comparator<State> IN_TURN =
      Comparator.comparingInt(State::rounds)
          .thenComparing(State::measure)
          .thenComparingInt(State::wave);

  private static final Comparator<State> BY_WAVE =
      Comparator.comparing(State::measure).thenComparingInt(State::wave);

  private static final Comparator<State> WITHIN_WAVE = BY_WAVE.thenComparingInt(State::rounds);

  /**
   * A track that has begun continues. Otherwise a whole wave would share time that suffices for
   * only some of its tracks.
   */
  private static final Comparator<State> TO_VERDICT =
      BY_WAVE.thenComparing(State::rounds, Comparator.reverseOrder());

  private Planner() {}

  /**
   * The planner's view of a track.
   *
   * @param measure the measure; throughput comes before latency if time does not suffice for both
   * @param wave the wave that serves it, see {@link Track}
   * @param rounds the number of finished rounds
   * @param wanted the number of rounds to reach before any track gets more than it wants
   * @param roundNanos the expected duration of a round
   * @param width the width of its widest interval, on a logarithmic scale
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

    /** Returns a copy that wants no more rounds than a verdict needs. */
    State hurried() {
      return new State(
          measure, wave, rounds, Math.min(wanted, SignInterval.FEWEST), roundNanos, width, tie);
    }

    long nanosToVerdict() {
      return Math.max(0, wanted - rounds) * roundNanos;
    }

    /** Returns the number of rounds until the interval can become tighter. */
    int roundsToTighten() {
      return SignInterval.nextTighter(rounds) - rounds;
    }

    long nanosToTighten() {
      return roundsToTighten() * roundNanos;
    }

    boolean halfway() {
      return !lacksVerdict() && !SignInterval.isStep(rounds);
    }

    /**
     * Returns the gain per nanosecond. One more round narrows an interval of n rounds by about
     * width / 2n.
     */
    double gainPerNano() {
      return width * (tie ? WORTH_OF_TIE : 1) / rounds / roundNanos;
    }
  }

  /**
   * Returns the index of the track to run next.
   *
   * @param tracks the tracks, in catalogue order
   * @param nanosLeft the time left for measuring, in nanoseconds
   * @return empty if no useful round fits into the time left
   */
  static Optional<Integer> next(List<State> tracks, long nanosLeft) {
    if (nanosToVerdicts(tracks) * (1 + RESERVE) <= nanosLeft) {
      return first(tracks, lacking(tracks), IN_TURN).or(() -> tighter(tracks, nanosLeft));
    }
    return hurriedNext(tracks.stream().map(State::hurried).toList(), nanosLeft);
  }

  private static Optional<Integer> hurriedNext(List<State> tracks, long nanosLeft) {
    List<Integer> lacking = lacking(tracks);
    Optional<Integer> next = first(tracks, decidable(tracks, lacking, nanosLeft), WITHIN_WAVE);
    if (next.isPresent()) {
      return next;
    }
    // If time does not suffice for any verdict, collect figures without one.
    List<Integer> fitting =
        lacking.stream().filter(i -> tracks.get(i).roundNanos() <= nanosLeft).toList();
    return first(tracks, fitting, IN_TURN).or(() -> tighter(tracks, nanosLeft));
  }

  private static List<Integer> lacking(List<State> tracks) {
    return indices(tracks).stream().filter(i -> tracks.get(i).lacksVerdict()).toList();
  }

  /** Returns the time that every track needs to reach its verdict. */
  static long nanosToVerdicts(List<State> tracks) {
    return tracks.stream().mapToLong(State::nanosToVerdict).sum();
  }

  /** Returns the tracks whose verdicts fit into the time, serving earlier waves first. */
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
