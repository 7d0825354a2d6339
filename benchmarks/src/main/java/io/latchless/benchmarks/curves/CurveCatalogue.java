package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The curves to sweep, the most useful ones first. Maps that copy on write come first: their
 * updates at three sizes, and their reads at the middle size. The updates of other copied
 * structures follow, then the reads of everything else, then more sizes of maps, and last threads,
 * work and sizes. The default budget does not suffice for all of them.
 */
public final class CurveCatalogue {
  private static final int READS = 90;
  private static final int THREADS = 2;
  private static final int WORK_NANOS = 100;

  private static final List<Integer> UPDATED_MAPS = List.of(1_024, 16_384, 128);
  private static final List<Integer> MORE_UPDATED_MAPS = List.of(131_072, 4_096);

  /** Larger maps are left out: they break even close to 100 % reads, where a curve shows little. */
  private static final List<Integer> MORE_READ_MAPS = List.of(16, 128, 65_536, 8_192);

  private static final List<StructureKind> COPIED =
      List.of(StructureKind.HANDLERS, StructureKind.RECORD);

  private CurveCatalogue() {}

  /** Returns the requested curves, in the order in which to sweep them. */
  public static List<Curve> curves(Set<StructureKind> shared, Set<Axis> axes) {
    return all().stream()
        .filter(curve -> shared.contains(curve.shared()) && axes.contains(curve.axis()))
        .toList();
  }

  private static List<Curve> all() {
    List<Curve> curves = new ArrayList<>();
    addMaps(UPDATED_MAPS, Axis.UPDATES, curves);
    add(StructureKind.MAP, Axis.READS, curves);
    COPIED.forEach(shared -> add(shared, Axis.UPDATES, curves));
    List<StructureKind> others =
        Arrays.stream(StructureKind.values())
            .filter(shared -> shared != StructureKind.MAP)
            .toList();
    others.forEach(shared -> add(shared, Axis.READS, curves));
    addMaps(MORE_UPDATED_MAPS, Axis.UPDATES, curves);
    addMaps(MORE_READ_MAPS, Axis.READS, curves);
    for (Axis axis : List.of(Axis.SIZE, Axis.THREADS, Axis.WORK)) {
      add(StructureKind.MAP, axis, curves);
    }
    for (Axis axis : List.of(Axis.THREADS, Axis.WORK, Axis.SIZE)) {
      others.forEach(shared -> add(shared, axis, curves));
    }
    others.stream()
        .filter(shared -> !COPIED.contains(shared))
        .forEach(shared -> add(shared, Axis.UPDATES, curves));
    return curves;
  }

  private static void addMaps(List<Integer> sizes, Axis axis, List<Curve> curves) {
    sizes.forEach(size -> curves.add(new Curve(base(StructureKind.MAP).withSize(size), axis)));
  }

  private static void add(StructureKind shared, Axis axis, List<Curve> curves) {
    if (axis.suits(shared)) {
      curves.add(new Curve(base(shared), axis));
    }
  }

  private static Shape base(StructureKind shared) {
    return new Shape(
        shared, shared.isBalanced() ? 50 : READS, Shape.usualSize(shared), THREADS, WORK_NANOS);
  }
}
