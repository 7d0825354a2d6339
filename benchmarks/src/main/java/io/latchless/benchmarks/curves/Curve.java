package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/**
 * Shapes that differ in one figure.
 *
 * @param base the other figures; its own value along the axis is that of the curve's lower end
 * @param axis the figure in which they differ
 */
public record Curve(Shape base, Axis axis) {
  /**
   * Puts the base at the lower end, so that two descriptions of one curve are equal.
   *
   * @throws IllegalArgumentException if the figure cannot be chosen for what is shared
   */
  public Curve {
    if (!axis.suits(base.shared())) {
      throw new IllegalArgumentException(
          "%s cannot be chosen for %s".formatted(axis.key(), base.shared().words()));
    }
    base = axis.at(base, axis.low(base.shared()));
  }

  /** What is shared. */
  public StructureKind shared() {
    return base.shared();
  }

  /** The shape at a value. */
  public Shape at(int value) {
    return axis.at(base, value);
  }

  /** The values that are measured first: both ends and the middle. */
  List<Integer> first() {
    int low = axis.low(shared());
    int high = axis.high(shared());
    return List.of(low, axis.between(low, high).orElseThrow(), high);
  }

  /** Whose crossings matter whether or not one of them leads. */
  List<Rivals> watched() {
    return BreakEven.isAskedOf(this) ? BreakEven.RIVALS : List.of();
  }
}
