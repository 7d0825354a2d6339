package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import java.util.List;

/**
 * The answer to a question about a workload: the advice for the nearest measured one.
 *
 * @param asked the workload that was asked about
 * @param advice the advice for the nearest measured workload of the same kind
 * @param alsoNear the answers for the next nearest comparable workloads; empty if the one asked
 *     about was measured itself
 * @param changes what would change the advice
 */
public record Answer(
    Shape asked, Advice advice, List<AdviceChange> alsoNear, List<AdviceChange> changes) {
  private static final int ALSO_NEAR = 2;

  /** Copies the lists. */
  public Answer {
    alsoNear = List.copyOf(alsoNear);
    changes = List.copyOf(changes);
  }

  /**
   * Answers from measured figures.
   *
   * @throws IllegalArgumentException if no workload of the same kind was measured
   */
  public static Answer of(Shape asked, Requirements wants, Measured measured) {
    List<Shape> nearest = measured.nearest(asked);
    if (nearest.isEmpty()) {
      throw new IllegalArgumentException("nothing like it was measured: " + asked.contestName());
    }
    Advice advice = advise(nearest.get(0), wants, measured);
    List<AdviceChange> alsoNear =
        nearest.get(0).equals(asked)
            ? List.of()
            : nearest.stream()
                .skip(1)
                .filter(asked::isComparableTo)
                .map(shape -> change(asked, advise(shape, wants, measured)))
                .filter(change -> change.advice().isAnswer())
                .limit(ALSO_NEAR)
                .toList();
    return new Answer(asked, advice, alsoNear, AdviceChanges.of(advice, measured));
  }

  private static Advice advise(Shape shape, Requirements wants, Measured measured) {
    return Adviser.advise(shape, measured.of(shape).orElseThrow(), wants);
  }

  private static AdviceChange change(Shape asked, Advice advice) {
    return new AdviceChange("with " + advice.shape().inWordsUnlike(asked), advice);
  }

  /** Returns whether the workload that was asked about was measured itself. */
  public boolean isExact() {
    return advice.shape().equals(asked);
  }

  /** Returns the figures that were measured and asked for otherwise; empty if there are none. */
  public String nearness() {
    Shape measured = advice.shape();
    return isExact()
        ? ""
        : "measured: %s; you asked for %s"
            .formatted(measured.inWordsUnlike(asked), asked.inWordsUnlike(measured));
  }
}
