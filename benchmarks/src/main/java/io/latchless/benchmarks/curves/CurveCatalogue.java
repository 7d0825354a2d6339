package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The curves that are swept, what most decisions turn on first: how many reads a copy-on-write map
 * of each size needs, then the reads of everything else, then threads, work and sizes.
 */
public final class CurveCatalogue {
  private static final int READS = 90;
  private static final int THREADS = 2;
  private static final int WORK_NANOS = 100;

  /** Spread over what a map can be; the middle first, and then ever finer. */
  private static final List<Integer> MAP_SIZES = List.of(1_024, 16, 65_536, 128, 8_192);

  private CurveCatalogue() {}

  /** The curves of what is asked for, in the order in which they are to be swept. */
  public static List<Curve> curves(Set<Shared> shared, Set<Axis> axes) {
    return all().stream()
        .filter(curve -> shared.contains(curve.shared()) && axes.contains(curve.axis()))
        .toList();
  }

  private static List<Curve> all() {
    List<Curve> curves = new ArrayList<>();
    MAP_SIZES.forEach(size -> curves.add(new Curve(base(Shared.MAP).withSize(size), Axis.READS)));
    List<Shared> others =
        Arrays.stream(Shared.values()).filter(shared -> shared != Shared.MAP).toList();
    others.forEach(shared -> add(shared, Axis.READS, curves));
    for (Axis axis : List.of(Axis.SIZE, Axis.THREADS, Axis.WORK)) {
      add(Shared.MAP, axis, curves);
    }
    for (Axis axis : List.of(Axis.THREADS, Axis.WORK, Axis.SIZE)) {
      others.forEach(shared -> add(shared, axis, curves));
    }
    return curves;
  }

  private static void add(Shared shared, Axis axis, List<Curve> curves) {
    if (axis.suits(shared)) {
      curves.add(new Curve(base(shared), axis));
    }
  }

  private static Shape base(Shared shared) {
    return new Shape(
        shared, shared.isBalanced() ? 50 : READS, Shape.usualSize(shared), THREADS, WORK_NANOS);
  }
}
