package io.latchless.benchmarks.guide;

import static java.util.Objects.requireNonNullElse;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.compare.Paired;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.report.Sentences;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws the six scenarios as one picture: the ratio of ours to the best mutex, with its interval,
 * on one logarithmic scale. Wins and losses differ by side, sign and word, not by colour alone.
 */
public final class Picture {
  private static final int WIDTH = 840;
  private static final int ROW = 34;
  private static final int TOP = 52;
  private static final int LEFT = 300;
  private static final int RIGHT = 560;

  /** The axis ends at this factor and at its reciprocal. */
  private static final double FARTHEST = 16;

  private static final String STYLE =
      """
        text { font: 13px system-ui, sans-serif; fill: #1c1e21; }
        .soft { fill: #585d64; }
        line, path { stroke: #1c1e21; stroke-width: 2; fill: none; }
        .grid { stroke: #d9d9d2; stroke-width: 1; }
        .better line, .better circle { stroke: #0a5a9c; fill: #0a5a9c; }
        .worse line, .worse circle { stroke: #a8400a; fill: #a8400a; }
        .level line, .level circle { stroke: #5f646b; fill: #fdfdfb; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6e7e4; }
          .soft { fill: #a3a8ae; }
          line, path { stroke: #e6e7e4; }
          .grid { stroke: #3a3f45; }
          .better line, .better circle { stroke: #6db5f2; fill: #6db5f2; }
          .worse line, .worse circle { stroke: #f2965c; fill: #f2965c; }
          .level line, .level circle { stroke: #a3a8ae; fill: #15171a; }
        }
      """;

  private final StringBuilder out = new StringBuilder();
  private final Measured measured;

  private Picture(Results results) {
    this.measured = Measured.in(results);
  }

  /** Returns the picture of a run as an SVG document. */
  public static String of(Results results) {
    return new Picture(results).draw();
  }

  private String draw() {
    int height = TOP + ROW * Scenario.values().length + 12;
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
        <style>
        %s</style>
        <text x="0" y="16">Operations of ours per operation of the best mutex, with interval</text>
        """
            .formatted(WIDTH, height, "Ours against the best mutex in six workloads", STYLE));
    for (double factor = 1 / FARTHEST; factor <= FARTHEST; factor *= 4) {
      tick(factor, height);
    }
    int y = TOP + ROW / 2;
    for (Scenario scenario : Scenario.values()) {
      row(scenario, y);
      y += ROW;
    }
    return out.append("</svg>\n").toString();
  }

  private void tick(double factor, int height) {
    String label = factor < 1 ? "1/%.0f".formatted(1 / factor) : "%.0f".formatted(factor);
    line(factor == 1 ? "" : "grid", x(factor), TOP - 6, x(factor), height - 12);
    text("soft", x(factor), TOP - 12, "middle", label);
  }

  private void row(Scenario scenario, int y) {
    int reads = scenario.shape().readPercent();
    text("", 0, y + 4, "start", scenario.title() + " " + reads + "/" + (100 - reads));
    Optional<ContestResult> contest = measured.of(scenario.shape());
    Optional<Comparison> comparison = contest.flatMap(Picture::againstBestMutex);
    if (comparison.isEmpty()) {
      text("soft", RIGHT + 14, y + 4, "start", "not measured");
    } else {
      row(comparison.get(), y);
    }
  }

  private static Optional<Comparison> againstBestMutex(ContestResult contest) {
    return contest.subjects().stream()
        .filter(subject -> subject.role() == Role.MUTEX && !subject.throughput().isEmpty())
        .max(Comparator.comparingDouble(Picture::middle))
        .flatMap(mutex -> Paired.throughput(contest.subjects().get(0), mutex));
  }

  private static double middle(SubjectResult subject) {
    double[] sorted = subject.throughput().stream().mapToDouble(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private void row(Comparison comparison, int y) {
    double low = requireNonNullElse(comparison.low(), comparison.ratio());
    double high = requireNonNullElse(comparison.high(), comparison.ratio());
    out.append("<g class=\"%s\">\n".formatted(style(comparison)));
    line("", x(low), y, x(high), y);
    out.append(
        "<circle cx=\"%d\" cy=\"%d\" r=\"4.5\"/>\n</g>\n".formatted(x(comparison.ratio()), y));
    String against =
        "%s %s, %s"
            .formatted(
                FigureText.ratio(comparison.ratio()), word(comparison), comparison.opponent());
    text("", RIGHT + 14, y + 4, "start", against);
  }

  private static String style(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case TIE, UNDECIDED -> "level";
    };
  }

  private static String word(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> "▲ won";
      case WORSE -> "▼ lost";
      case TIE -> Sentences.tooNoisy(comparison) ? "≈ too noisy" : "= tie";
      case UNDECIDED -> "? undecided";
    };
  }

  private static int x(double factor) {
    double within = Math.max(1 / FARTHEST, Math.min(FARTHEST, factor));
    double share = Math.log(within * FARTHEST) / (2 * Math.log(FARTHEST));
    return (int) Math.round(LEFT - 60 + share * (RIGHT - LEFT + 60));
  }

  private void line(String style, int x1, int y1, int x2, int y2) {
    out.append(
        "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
            .formatted(style, x1, y1, x2, y2));
  }

  private void text(String style, int x, int y, String anchor, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
            style,
            x,
            y,
            anchor,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
