package io.latchless.benchmarks.report;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.curves.Axis;
import io.latchless.benchmarks.curves.BreakEven;
import io.latchless.benchmarks.curves.MeasuredCurve;
import io.latchless.benchmarks.curves.Point;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The curves among a run's contests. Each has a chart and a table, and shows which subject leads
 * where. For maps, further tables show where copying on write breaks even.
 */
final class CurvesSection {
  private static final String OF_A_SHARE =
      "The highest share of writes at which a map that copies on write keeps up with one that does"
          + " not; the updates per second at that point,";

  private static final String OF_A_RATE =
      "The most updates per second, by all threads together, at which a map that copies on write"
          + " keeps up with one that does not; their share of its operations at that point,";

  private static final String GARBAGE = " and their garbage, from the measured cost of one update.";

  private final List<MeasuredCurve> curves;
  private final Machine machine;
  private final Markup page;

  CurvesSection(Results results, Markup page) {
    this.curves = MeasuredCurve.in(Measured.in(results));
    this.machine = results.machine();
    this.page = page;
  }

  /** Writes the section, unless no curve has enough points. */
  void write() {
    if (curves.isEmpty()) {
      return;
    }
    page.open("section", "class", "sweeps", "aria-labelledby", "curves");
    page.element("h2", "Curves: which subject leads where", "id", "curves");
    page.element(
        "p",
        "Operations per second of all threads on "
            + FigureText.count(machine.cores(), "core")
            + ", on a logarithmic scale. Each line joins the medians; thin lines span the lowest to"
            + " the highest round. A vertical line marks where the lead changes, estimated between"
            + " the two points beside it.",
        "class",
        "caption");
    breakEvens();
    page.open("div", "class", "figures");
    curves.forEach(this::curve);
    page.close().close();
  }

  private void curve(MeasuredCurve measured) {
    page.open("section");
    page.open("h3").text(CurveSentences.title(measured.curve()) + " ");
    page.element("small", CurveSentences.setting(measured.curve())).close();
    String answer = CurveSentences.answer(measured);
    page.element("p", answer, "class", "answer");
    plot(
        "Operations per second by " + CurveData.along(measured.curve().axis()),
        answer + " " + points(measured),
        CurveData.of(measured));
    page.open("details").element("summary", "All points of this curve");
    table(measured);
    page.close().close();
  }

  private void plot(String title, String inWords, String data) {
    page.open("figure", "class", "chart curves");
    page.open("figcaption").element("strong", title).close();
    page.open(
        "div",
        "class",
        "plot",
        "role",
        "img",
        "aria-label",
        inWords,
        "data-chart",
        "curve",
        "data-curve",
        data);
    page.close().close();
  }

  private static String points(MeasuredCurve measured) {
    return measured.points().stream()
        .map(point -> point(measured, point))
        .collect(Collectors.joining("; ", "Medians: ", "."));
  }

  private static String point(MeasuredCurve measured, Point point) {
    return point.subjects().stream()
        .map(subject -> subject.name() + " " + FigureText.throughput(Point.median(subject)))
        .collect(
            Collectors.joining(
                ", ",
                "at "
                    + CurveSentences.place(
                        measured.curve().axis(), measured.curve().shared(), point.value())
                    + " ",
                ""));
  }

  private void table(MeasuredCurve measured) {
    start("Operations per second: median (lowest to highest)");
    heading(CurveData.along(measured.curve().axis()));
    measured.names().forEach(this::heading);
    if (!measured.curve().shared().isBalanced()) {
      heading(
          measured.curve().base().countsUpdates()
              ? "the leader's writes"
              : "the leader's updates per second");
    }
    page.close().close().open("tbody");
    for (Point point : measured.points()) {
      row(CurveSentences.number(point.value()));
      for (String name : measured.names()) {
        page.element("td", point.subject(name).map(CurvesSection::figure).orElse("–"));
      }
      if (!measured.curve().shared().isBalanced()) {
        page.element("td", leadersWrites(measured.curve().at(point.value()), point));
      }
      page.close();
    }
    page.close().close().close();
  }

  private static String figure(SubjectResult subject) {
    Spread spread = Spread.of(subject.throughput());
    return "%s (%s to %s)"
        .formatted(
            FigureText.throughput(Point.median(subject)),
            FigureText.throughput(spread.low()),
            FigureText.throughput(spread.high()));
  }

  /**
   * Returns the leader's writes in the other unit: as a share for a rate of updates, and as a rate
   * for a share of reads.
   */
  private static String leadersWrites(Shape shape, Point point) {
    return point
        .leader()
        .flatMap(point::subject)
        .map(leader -> writes(shape, Point.median(leader)))
        .orElse("–");
  }

  private static String writes(Shape shape, double operationsPerSecond) {
    return shape.countsUpdates()
        ? FigureText.share(Math.min(1, shape.updatesPerSecond() / operationsPerSecond))
        : CurveSentences.rate(operationsPerSecond * (100 - shape.readPercent()) / 100);
  }

  /** The load under which break-evens along one axis were measured. */
  private record Load(Axis axis, int threads, int workNanos) {}

  private void breakEvens() {
    Map<Load, List<BreakEven>> byLoad =
        curves.stream()
            .flatMap(curve -> BreakEven.of(curve).stream())
            .sorted(Comparator.comparingInt(even -> even.shape().size()))
            .collect(
                Collectors.groupingBy(
                    even -> new Load(even.axis(), even.shape().threads(), even.shape().workNanos()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byLoad.values().forEach(this::breakEven);
  }

  private void breakEven(List<BreakEven> evens) {
    Shape load = evens.get(0).shape();
    boolean reads = evens.get(0).axis() == Axis.READS;
    page.open("section", "class", "break-even");
    page.open("h3")
        .text("When copying on write breaks even: ")
        .text(reads ? "share of writes " : "updates per second ");
    page.element("small", load.threadsInWords() + "; " + load.workInWords()).close();
    page.element("p", (reads ? OF_A_SHARE : OF_A_RATE) + GARBAGE, "class", "caption");
    start(reads ? "Break-even by size: share of writes" : "Break-even by size: updates per second");
    List.of(
            "Entries",
            "Copies on write",
            "Against",
            reads ? "Writes, %" : "Updates per second",
            reads ? "Updates per second" : "Share of operations",
            "Garbage per second")
        .forEach(this::heading);
    page.close().close().open("tbody");
    evens.forEach(this::row);
    page.close().close().close();
    if (evens.stream().anyMatch(even -> even.crossing() != null)) {
      page.open("div", "class", "figures");
      plot(evens, "Break-even: percentage of writes by size", "share", BreakEven::writePercent);
      plot(evens, "Break-even: updates per second by size", "rate", BreakEven::updatesPerSecond);
      page.close();
    }
    page.close();
  }

  private void plot(
      List<BreakEven> evens, String title, String up, ToDoubleFunction<BreakEven> figure) {
    plot(
        title,
        evens.stream().map(CurveSentences::of).collect(Collectors.joining(" ")),
        CurveData.of(evens, up, figure));
  }

  private void row(BreakEven even) {
    OptionalDouble garbage = even.garbagePerSecond();
    row(CurveSentences.number(even.shape().size()));
    page.element("td", even.rivals().first());
    page.element("td", even.rivals().second());
    page.element("td", CurveSentences.limit(even));
    page.element("td", even.crossing() == null ? "–" : derived(even));
    page.element("td", garbage.isPresent() ? FigureText.bytes(garbage.getAsDouble()) : "–");
    page.close();
  }

  private static String derived(BreakEven even) {
    return even.axis() == Axis.READS
        ? CurveSentences.rate(even.updatesPerSecond())
        : CurveSentences.portion(even);
  }

  private void start(String caption) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    page.open("table").element("caption", caption);
    page.open("thead").open("tr");
  }

  private void heading(String text) {
    page.element("th", text, "scope", "col");
  }

  private void row(String heading) {
    page.open("tr").element("th", heading, "scope", "row");
  }
}
