package io.latchless.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.BreakEven;
import io.latchless.benchmarks.curves.Crossing;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.curves.Point;
import io.latchless.benchmarks.curves.Rivals;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renders the data of a line chart as JSON for the script. */
final class CurveData {
  private static final List<Integer> SHARES = List.of(50, 100, 75, 90, 60, 80, 70);
  private static final List<Integer> THREADS = List.of(1, 16, 4, 2, 8);

  private final ObjectNode chart = JsonNodeFactory.instance.objectNode();
  private final ArrayNode lines;
  private final ArrayNode crossings;

  private CurveData(Axis axis, String along, String up) {
    chart.put("log", axis.isLogarithmic()).put("shift", axis.shift());
    chart.put("along", along).put("up", up);
    ArrayNode ticks = chart.putArray("ticks");
    ticks(axis).forEach(ticks::add);
    lines = chart.putArray("lines");
    crossings = chart.putArray("crossings");
  }

  /** Returns the candidate tick values, the most important first. */
  private static List<Integer> ticks(Axis axis) {
    return switch (axis) {
      case READS -> SHARES;
      case UPDATES -> IntStream.of(1, 100_000, 1_000, 100, 10_000, 10).boxed().toList();
      case THREADS -> THREADS;
      case SIZE -> IntStream.of(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000).boxed().toList();
      case WORK -> List.of(0, 10_000, 100, 1_000, 10);
    };
  }

  /**
   * Returns a line for each subject: operations per second, with the lowest and highest round at
   * each point.
   */
  static String of(MeasuredCurve measured) {
    Axis axis = measured.curve().axis();
    CurveData data = new CurveData(axis, along(axis), "throughput");
    for (String name : measured.names()) {
      ArrayNode points = null;
      for (Point point : measured.points()) {
        SubjectResult subject = point.subject(name).orElse(null);
        if (subject != null) {
          points = points == null ? data.line(name, subject.role() == Role.OURS) : points;
          Spread spread = Spread.of(subject.throughput());
          add(points, point.value(), spread.low(), Point.median(subject), spread.high());
        }
      }
    }
    for (Crossing crossing : measured.crossings()) {
      data.crossings
          .addObject()
          .put("x", crossing.estimate())
          .put("label", "≈ " + CurveSentences.number(crossing.estimate()));
    }
    return data.chart.toString();
  }

  /** Returns a line for each pair of rivals over the sizes at which they cross. */
  static String of(List<BreakEven> evens, String up, ToDoubleFunction<BreakEven> figure) {
    CurveData data = new CurveData(Axis.SIZE, along(Axis.SIZE), up);
    for (Rivals rivals : BreakEven.RIVALS) {
      List<BreakEven> own =
          evens.stream()
              .filter(even -> even.rivals().equals(rivals) && even.crossing() != null)
              .filter(even -> figure.applyAsDouble(even) > 0)
              .toList();
      ArrayNode points = data.line(rivals.first() + " with " + rivals.second(), false);
      for (BreakEven even : own) {
        double value = figure.applyAsDouble(even);
        add(points, even.shape().size(), value, value, value);
      }
    }
    return data.chart.toString();
  }

  static String along(Axis axis) {
    return switch (axis) {
      case READS -> "percentage of operations that read";
      case UPDATES -> "updates per second of all threads together";
      case THREADS -> "threads";
      case SIZE -> "size";
      case WORK -> "local work before each operation, ns";
    };
  }

  private ArrayNode line(String name, boolean ours) {
    return lines.addObject().put("name", name).put("ours", ours).putArray("points");
  }

  private static void add(ArrayNode points, int x, double low, double middle, double high) {
    points.addObject().put("x", x).put("low", low).put("middle", middle).put("high", high);
  }
}
