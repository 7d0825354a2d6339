package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The curves that are swept, what most decisions turn on first: how many updates a map that copies
 * on write stands at three sizes, and how many reads it needs at the middle one; then the updates
 * of what else is copied, and the reads of everything else; then more sizes of maps, and threads,
 * work and sizes. The usual budget does not reach all of them.
 */
public final class CurveCatalogue {
  private static final int READS = 90;
  private static final int THREADS = 2;
  private static final int WORK_NANOS = 100;

  private static final List<Integer> UPDATED_MAPS = List.of(1_024, 16_384, 128);
  private static final List<Integer> MORE_UPDATED_MAPS = List.of(131_072, 4_096);

  /** Of large maps there is little to see: they break even near a hundred reads in a hundred. */
  private static final List<Integer> MORE_READ_MAPS = List.of(16, 128, 65_536, 8_192);

  private static final List<StructureKind> COPIED =
      List.of(StructureKind.HANDLERS, StructureKind.RECORD);

  private CurveCatalogue() {}

  /** The curves of what is asked for, in the order in which they are to be swept. */
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
