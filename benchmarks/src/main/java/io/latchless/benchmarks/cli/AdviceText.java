package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.AdviceChange;
import io.latchless.benchmarks.advice.Standing;
import io.latchless.benchmarks.report.AdviceSentences;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.results.Comparison;
import java.io.PrintWriter;
import java.util.List;

/** Renders an advice for the terminal. All lines but the sentences fit into 100 columns. */
final class AdviceText {
  private static final String ROW = "  %-30s %12s  %-22s %9s %9s  %s";

  private final PrintWriter out;

  AdviceText(PrintWriter out) {
    this.out = out;
  }

  void print(Advice advice, List<AdviceChange> changes, AdviceSource source) {
    out.println("Workload  " + advice.shape().inWords());
    out.println("Wanted    " + AdviceSentences.wants(advice.wants()));
    out.println();
    out.println(AdviceSentences.answer(advice));
    printIfAny(AdviceSentences.because(advice));
    printIfAny(AdviceSentences.mutex(advice));
    printIfAny(AdviceSentences.ours(advice));
    printIfAny(AdviceSentences.tears(advice));
    out.println();
    figures(advice);
    out.println();
    out.println("What would change it");
    if (changes.isEmpty()) {
      out.println("  nothing among the measured shapes");
    }
    changes.forEach(change -> out.println("  " + AdviceSentences.of(change)));
    out.println();
    out.println(
        "Figures   %s, %s, %d cores, JDK %s, %s"
            .formatted(
                source.measured() ? "measured just now" : source.file() + " of " + source.started(),
                source.machine().cpu(),
                source.machine().cores(),
                source.machine().jdk(),
                advice.shape().contestName()));
  }

  private void printIfAny(String sentence) {
    if (!sentence.isEmpty()) {
      out.println(sentence);
    }
  }

  private void figures(Advice advice) {
    row("", "operations", "choice / it", "B per op", "B idle", "");
    for (Standing standing : advice.standings()) {
      Comparison against = standing.choiceAgainst();
      Double allocated = standing.figures().bytesPerOperation();
      Long footprint = standing.figures().footprintBytes();
      String objection = standing.objection();
      row(
          standing.candidate().name(),
          FigureText.throughput(standing.median()),
          against == null ? "" : FigureText.ratio(against),
          allocated == null ? "–" : "%.0f".formatted(allocated),
          footprint == null ? "–" : "%d".formatted(footprint),
          objection == null ? "" : objection);
    }
  }

  private void row(
      String name, String speed, String ratio, String allocated, String footprint, String note) {
    out.println(ROW.formatted(name, speed, ratio, allocated, footprint, note).stripTrailing());
  }
}
