package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.results.ContestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Finds what would change an answer: other requirements, and neighbouring shapes that were
 * measured.
 */
public final class AdviceChanges {
  private final Measured measured;
  private final Advice advice;
  private final List<AdviceChange> changes = new ArrayList<>();

  private AdviceChanges(Measured measured, Advice advice) {
    this.measured = measured;
    this.advice = advice;
  }

  /** Returns the changes: requirements first, then the nearest shape in each direction. */
  public static List<AdviceChange> of(Advice advice, Measured measured) {
    AdviceChanges changes = new AdviceChanges(measured, advice);
    measured.of(advice.shape()).ifPresent(changes::otherWants);
    changes.otherShapes();
    return List.copyOf(changes.changes);
  }

  private void otherWants(ContestResult contest) {
    Requirements wants = advice.wants();
    add(
        wants.wholeState()
            ? "if torn reads are acceptable"
            : "if every reader must see a consistent snapshot",
        contest,
        wants.otherWholeState());
    add(
        wants.goesOn()
            ? "if a stopped thread may block others"
            : "if a stopped thread must never block another",
        contest,
        wants.otherGoesOn());
    if (wants.boundsMemory()) {
      add("if it may take more memory", contest, wants.withoutBound());
    }
  }

  private void add(String condition, ContestResult contest, Requirements wants) {
    addIfOther(condition, Adviser.advise(advice.shape(), contest, wants));
  }

  private void addIfOther(String condition, Advice other) {
    if (other.isAnswer() && !Objects.equals(other.choice(), advice.choice())) {
      changes.add(new AdviceChange(condition, other));
    }
  }

  private void otherShapes() {
    nearest(Shape::readPercent);
    nearest(Shape::ratePerSecond);
    nearest(Shape::size);
    nearest(Shape::threads);
    nearest(Shape::workNanos);
  }

  private void nearest(ToIntFunction<Shape> figure) {
    int here = figure.applyAsInt(advice.shape());
    List<Shape> along =
        measured.neighbours(advice.shape()).stream()
            .filter(other -> figure.applyAsInt(other) != here)
            .sorted(Comparator.comparingInt(other -> Math.abs(figure.applyAsInt(other) - here)))
            .toList();
    firstOther(along.stream().filter(other -> figure.applyAsInt(other) < here).toList());
    firstOther(along.stream().filter(other -> figure.applyAsInt(other) > here).toList());
  }

  private void firstOther(List<Shape> nearestFirst) {
    int before = changes.size();
    for (Shape shape : nearestFirst) {
      ContestResult contest = measured.of(shape).orElseThrow();
      addIfOther(condition(shape), Adviser.advise(shape, contest, advice.wants()));
      if (changes.size() > before) {
        return;
      }
    }
  }

  private String condition(Shape other) {
    Shape here = advice.shape();
    if (other.readPercent() != here.readPercent()) {
      return "if %d %% of operations read".formatted(other.readPercent());
    }
    if (other.ratePerSecond() != here.ratePerSecond()) {
      return "at " + other.mixInWords();
    }
    if (other.threads() != here.threads()) {
      return "with " + other.threadsInWords();
    }
    if (other.workNanos() != here.workNanos()) {
      return "with " + other.workInWords();
    }
    StructureKind.Sizes sizes = Objects.requireNonNull(other.shared().sizes());
    return String.format(Locale.ROOT, "with %,d %s", other.size(), sizes.unit());
  }
}
