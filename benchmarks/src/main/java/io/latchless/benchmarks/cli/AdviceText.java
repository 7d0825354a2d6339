package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.AdviceChange;
import io.latchless.benchmarks.advice.Answer;
import io.latchless.benchmarks.advice.Standing;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.report.AdviceSentences;
import io.latchless.benchmarks.report.FigureText;
import io.latchless.benchmarks.report.Sentences;
import io.latchless.benchmarks.results.Comparison;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders an advice for the terminal. All lines but the sentences fit into 100 columns. */
final class AdviceText {
  private static final String ROW = "  %-30s %12s  %-22s %9s %9s  %s";

  private final PrintWriter out;

  AdviceText(PrintWriter out) {
    this.out = out;
  }

  void print(Answer answer, AdviceSource source) {
    Advice advice = answer.advice();
    out.println("Workload  " + advice.shape().inWords());
    if (!answer.isExact()) {
      out.println("Nearest   " + answer.nearness());
    }
    out.println("Wanted    " + AdviceSentences.wants(advice.wants()));
    out.println();
    out.println(AdviceSentences.answer(advice));
    printIfAny(AdviceSentences.because(advice));
    printIfAny(cannot(advice));
    printIfAny(AdviceSentences.mutex(advice));
    printIfAny(AdviceSentences.ours(advice));
    printIfAny(AdviceSentences.tears(advice));
    out.println();
    figures(advice);
    out.println();
    if (!answer.isExact()) {
      out.println("Also near; --measure missing measures exactly what you asked for");
      list(answer.alsoNear());
    }
    out.println("What would change it");
    list(answer.changes());
    out.println(
        "Figures   %s, %s, %d cores, JDK %s, %s"
            .formatted(
                source.measured() ? "measured just now" : source.file() + " of " + source.started(),
                source.machine().cpu(),
                source.machine().cores(),
                source.machine().jdk(),
                advice.shape().contestName()));
  }

  private void list(List<AdviceChange> changes) {
    if (changes.isEmpty()) {
      out.println("  nothing among the measured shapes");
    }
    changes.forEach(change -> out.println("  " + AdviceSentences.of(change)));
    out.println();
  }

  private static String cannot(Advice advice) {
    Candidate choice = advice.choice();
    return choice == null || choice.cannot().isEmpty() ? "" : "It cannot " + choice.cannot() + ".";
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
          objection != null ? objection : isTooNoisy(against) ? "too noisy to tell" : "");
    }
  }

  private static boolean isTooNoisy(@Nullable Comparison against) {
    return against != null && Sentences.tooNoisy(against);
  }

  private void row(
      String name, String speed, String ratio, String allocated, String footprint, String note) {
    out.println(ROW.formatted(name, speed, ratio, allocated, footprint, note).stripTrailing());
  }
}
