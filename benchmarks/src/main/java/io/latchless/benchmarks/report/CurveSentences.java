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

/** What a curve says, in words. */
public final class CurveSentences {
  private CurveSentences() {}

  /** What is shared, and along what. */
  public static String title(Curve curve) {
    String what = curve.shared().words();
    return what.substring(0, 1).toUpperCase(Locale.ROOT)
        + what.substring(1)
        + ": "
        + switch (curve.axis()) {
          case READS -> "share of reads";
          case UPDATES -> "updates a second";
          case THREADS -> "threads";
          case SIZE -> "size";
          case WORK -> "work between operations";
        };
  }

  /** The figures that are the same along the whole curve. */
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

  /** A value of an axis, with what it counts. */
  static String place(Axis axis, StructureKind shared, double value) {
    String number = number(value);
    return switch (axis) {
      case READS -> number + " reads in a hundred";
      case UPDATES -> number + (number.equals("1") ? " update" : " updates") + " a second";
      case THREADS -> number + (number.equals("1") ? " thread" : " threads");
      case SIZE -> number + " " + unit(shared);
      case WORK -> number + " ns of own work";
    };
  }

  private static String unit(StructureKind shared) {
    Sizes sizes = shared.sizes();
    return sizes == null ? "" : sizes.unit();
  }

  /** Whole where that is exact enough. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Who leads where, in one or more sentences. */
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
      return "%s leads everywhere that was measured, %s.".formatted(leaders, range);
    }
    return "%s has the highest median everywhere that was measured, %s; at %d of %s it cannot be told apart from another."
        .formatted(
            leaders, range, points.size() - decided, FigureText.count(points.size(), "point"));
  }

  private static String range(Curve curve, int from, int to) {
    return "from %s to %s".formatted(number(from), place(curve.axis(), curve.shared(), to));
  }

  /** Where one falls behind another. */
  static String of(Crossing crossing, StructureKind shared) {
    return "Below about %s %s does more than %s, above it less; %s."
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
      return "told apart at %s and at %s".formatted(number(below), number(above));
    }
    Integer only = below == null ? above : below;
    return only == null
        ? "nowhere told apart"
        : "told apart at %s, but nowhere %s it"
            .formatted(number(only), below == null ? "below" : "above");
  }

  /** Up to which share of writes, or how many updates a second, copying on write pays. */
  public static String of(BreakEven even) {
    String who =
        "%s of %s"
            .formatted(
                even.rivals().first(), place(Axis.SIZE, StructureKind.MAP, even.shape().size()));
    String other = even.rivals().second();
    return switch (even.outcome()) {
      case CROSSES ->
          "%s does more than %s up to about %s%s.".formatted(who, other, writes(even), churn(even));
      case CROSSES_THE_OTHER_WAY ->
          "%s does more than %s only beyond about %s%s."
              .formatted(who, other, writes(even), churn(even));
      case NEVER_BEHIND -> "%s is nowhere behind %s, %s.".formatted(who, other, measured(even));
      case LEVEL -> "%s and %s could not be told apart, %s.".formatted(who, other, measured(even));
      case NEVER_AHEAD -> "%s never breaks even with %s, %s.".formatted(who, other, measured(even));
    };
  }

  /** The writes at a break-even: what was swept, and what follows from it. */
  private static String writes(BreakEven even) {
    return even.axis() == Axis.READS
        ? "%s writes in a hundred, %s".formatted(number(even.writePercent()), updates(even))
        : "%s (%s of its operations)".formatted(updates(even), portion(even));
  }

  private static String measured(BreakEven even) {
    return even.axis() == Axis.READS
        ? "measured from %d to %d writes in a hundred"
            .formatted(100 - even.highest(), 100 - even.lowest())
        : "measured from %s to %s"
            .formatted(
                number(even.lowest()), place(Axis.UPDATES, StructureKind.MAP, even.highest()));
  }

  /** The updates a second at a break-even. */
  static String updates(BreakEven even) {
    return rate(even.updatesPerSecond()) + " updates a second";
  }

  /** The writes at a break-even as a share of what is done there. */
  static String portion(BreakEven even) {
    return FigureText.share(even.writePercent() / 100);
  }

  /** A count a second, without its unit. */
  static String rate(double perSecond) {
    return FigureText.throughput(perSecond).replace(" op/s", "").replace("op/s", "");
  }

  private static String churn(BreakEven even) {
    OptionalDouble bytes = even.garbagePerSecond();
    return bytes.isPresent()
        ? " that leave " + FigureText.bytes(bytes.getAsDouble()) + " a second to the collector"
        : "";
  }

  /** The break-even along its axis with what is known of it, or that there is none. */
  static String limit(BreakEven even) {
    Crossing crossing = even.crossing();
    if (crossing == null) {
      return switch (even.outcome()) {
        case NEVER_BEHIND -> "nowhere behind, " + measured(even);
        case LEVEL -> "not told apart, " + measured(even);
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
