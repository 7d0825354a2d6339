package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/**
 * A series of shapes that differ in one figure.
 *
 * @param base the common figures; on the axis it has the value of the curve's lower end
 * @param axis the figure that varies
 */
public record Curve(Shape base, Axis axis) {
  /**
   * Moves the base to the lower end, so that two descriptions of one curve are equal.
   *
   * @throws IllegalArgumentException if the figure does not apply to the shared structure
   */
  public Curve {
    if (!axis.suits(base.shared())) {
      throw new IllegalArgumentException(
          "%s does not apply to %s".formatted(axis.key(), base.shared().words()));
    }
    base = axis.at(base, axis.low(base.shared()));
  }

  /** Returns the kind of shared state. */
  public StructureKind shared() {
    return base.shared();
  }

  /** Returns the shape at a value of the axis. */
  public Shape at(int value) {
    return axis.at(base, value);
  }

  /** Returns the values to measure first: both ends and the middle. */
  List<Integer> first() {
    int low = axis.low(shared());
    int high = axis.high(shared());
    return List.of(low, axis.between(low, high).orElseThrow(), high);
  }

  /** Returns the rivals whose crossings matter even if neither leads. */
  List<Rivals> watched() {
    return BreakEven.isAskedOf(this) ? BreakEven.RIVALS : List.of();
  }
}
