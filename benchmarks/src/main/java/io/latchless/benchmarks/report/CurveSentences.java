package io.latchless.benchmarks.report;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.choice.StructureKind.Sizes;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.BreakEven;
import io.latchless.benchmarks.curves.Crossing;
import io.latchless.benchmarks.curves.Curve;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.curves.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Words the findings of a curve. */
public final class CurveSentences {
  private CurveSentences() {}

  /** Returns the title: what is shared, and which figure varies. */
  public static String title(Curve curve) {
    String what = curve.shared().words();
    return what.substring(0, 1).toUpperCase(Locale.ROOT)
        + what.substring(1)
        + ": "
        + switch (curve.axis()) {
          case READS -> "share of reads";
          case UPDATES -> "updates per second";
          case THREADS -> "threads";
          case SIZE -> "size";
          case WORK -> "work between operations";
        };
  }

  /** Returns the figures that are constant along the curve. */
  public static String setting(Curve curve) {
    Shape base = curve.base();
    List<String> fixed = new ArrayList<>();
    if (curve.axis() != Axis.READS
        && curve.axis() != Axis.UPDATES
        && !curve.shared().isBalanced()) {
      Axis axis = base.countsUpdates() ? Axis.UPDATES : Axis.READS;
      fixed.add(place(axis, curve.shared(), axis.valueOf(base)));
    }
    if (curve.axis() != Axis.SIZE && curve.shared().sizes() != null) {
      fixed.add(place(Axis.SIZE, curve.shared(), base.size()));
    }
    if (curve.axis() != Axis.THREADS) {
      fixed.add(base.threadsInWords());
    }
    if (curve.axis() != Axis.WORK) {
      fixed.add(base.workInWords());
    }
    return String.join("; ", fixed);
  }

  /** Formats a value of an axis with its unit. */
  static String place(Axis axis, StructureKind shared, double value) {
    String number = number(value);
    return switch (axis) {
      case READS -> number + " % reads";
      case UPDATES -> number + (number.equals("1") ? " update" : " updates") + " per second";
      case THREADS -> number + (number.equals("1") ? " thread" : " threads");
      case SIZE -> number + " " + unit(shared);
      case WORK -> number + " ns of local work";
    };
  }

  private static String unit(StructureKind shared) {
    Sizes sizes = shared.sizes();
    return sizes == null ? "" : sizes.unit();
  }

  /** Formats a number, with a decimal only if it is below 100 and not whole. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Says which subject leads where, in one or more sentences. */
  public static String answer(MeasuredCurve measured) {
    List<Crossing> crossings = measured.crossings();
    return crossings.isEmpty()
        ? uncrossed(measured)
        : crossings.stream()
            .map(crossing -> of(crossing, measured.curve().shared()))
            .collect(Collectors.joining(" "));
  }

  private static String uncrossed(MeasuredCurve measured) {
    List<Point> points = measured.points();
    String leaders =
        points.stream()
            .flatMap(point -> point.leader().stream())
            .distinct()
            .collect(Collectors.joining(" or "));
    long decided = points.stream().filter(Point::isDecided).count();
    String range =
        range(measured.curve(), points.get(0).value(), points.get(points.size() - 1).value());
    if (decided == points.size()) {
      return "%s leads at every measured point, %s.".formatted(leaders, range);
    }
    return "%s has the highest median at every measured point, %s; the lead is unclear at %d of %s."
        .formatted(
            leaders, range, points.size() - decided, FigureText.count(points.size(), "point"));
  }

  private static String range(Curve curve, int from, int to) {
    return "from %s to %s".formatted(number(from), place(curve.axis(), curve.shared(), to));
  }

  /** Says where one subject falls behind another. */
  static String of(Crossing crossing, StructureKind shared) {
    return "Below about %s, %s does more operations than %s; above that, fewer (%s)."
        .formatted(
            place(crossing.axis(), shared, crossing.estimate()),
            crossing.before(),
            crossing.after(),
            evidence(crossing));
  }

  private static String evidence(Crossing crossing) {
    Integer below = crossing.clearBelow();
    Integer above = crossing.clearAbove();
    if (below != null && above != null) {
      return "clear at %s and at %s".formatted(number(below), number(above));
    }
    Integer only = below == null ? above : below;
    return only == null
        ? "clear nowhere"
        : "clear at %s, but nowhere %s it"
            .formatted(number(only), below == null ? "below" : "above");
  }

  /** Says up to which share of writes, or how many updates per second, copying on write pays. */
  public static String of(BreakEven even) {
    String map =
        "%s of %s"
            .formatted(
                even.rivals().first(), place(Axis.SIZE, StructureKind.MAP, even.shape().size()));
    String other = even.rivals().second();
    return switch (even.outcome()) {
      case CROSSES ->
          "%s does more operations than %s up to about %s%s."
              .formatted(map, other, writes(even), churn(even));
      case CROSSES_THE_OTHER_WAY ->
          "%s does more operations than %s only beyond about %s%s."
              .formatted(map, other, writes(even), churn(even));
      case NEVER_BEHIND -> "%s is never behind %s, %s.".formatted(map, other, measured(even));
      case LEVEL -> "%s and %s show no clear difference, %s.".formatted(map, other, measured(even));
      case NEVER_AHEAD -> "%s never breaks even with %s, %s.".formatted(map, other, measured(even));
    };
  }

  /**
   * Returns the writes at a break-even: the swept figure, and the other one that follows from it.
   */
  private static String writes(BreakEven even) {
    return even.axis() == Axis.READS
        ? "%s %% writes, %s".formatted(number(even.writePercent()), updates(even))
        : "%s (%s of its operations)".formatted(updates(even), portion(even));
  }

  private static String measured(BreakEven even) {
    return even.axis() == Axis.READS
        ? "measured from %d to %d %% writes".formatted(100 - even.highest(), 100 - even.lowest())
        : "measured from %s to %s"
            .formatted(
                number(even.lowest()), place(Axis.UPDATES, StructureKind.MAP, even.highest()));
  }

  /** Returns the updates per second at a break-even. */
  static String updates(BreakEven even) {
    return rate(even.updatesPerSecond()) + " updates per second";
  }

  /** Returns the writes at a break-even as a share of the operations there. */
  static String portion(BreakEven even) {
    return FigureText.share(even.writePercent() / 100);
  }

  /** Formats a rate without its unit. */
  static String rate(double perSecond) {
    return FigureText.throughput(perSecond).replace(" op/s", "").replace("op/s", "");
  }

  private static String churn(BreakEven even) {
    OptionalDouble bytes = even.garbagePerSecond();
    return bytes.isPresent()
        ? ", which leave " + FigureText.bytes(bytes.getAsDouble()) + " of garbage per second"
        : "";
  }

  /** Returns the break-even as a table shows it, or says that there is none. */
  static String limit(BreakEven even) {
    Crossing crossing = even.crossing();
    if (crossing == null) {
      return switch (even.outcome()) {
        case NEVER_BEHIND -> "never behind, " + measured(even);
        case LEVEL -> "no clear difference, " + measured(even);
        case NEVER_AHEAD, CROSSES, CROSSES_THE_OTHER_WAY -> "never, " + measured(even);
      };
    }
    return "%s%s (%s)"
        .formatted(
            even.outcome() == BreakEven.Outcome.CROSSES ? "up to " : "from ",
            even.axis() == Axis.READS ? number(even.writePercent()) : rate(even.updatesPerSecond()),
            clear(crossing));
  }

  private static String clear(Crossing crossing) {
    boolean reads = crossing.axis() == Axis.READS;
    Integer few = reads ? crossing.clearAbove() : crossing.clearBelow();
    Integer many = reads ? crossing.clearBelow() : crossing.clearAbove();
    if (many != null && few != null) {
      return "clear at %s and at %s"
          .formatted(number(reads ? 100 - few : few), number(reads ? 100 - many : many));
    }
    return few == null ? "not clear below it" : "not clear above it";
  }
}
