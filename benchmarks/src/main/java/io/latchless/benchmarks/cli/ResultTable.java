package io.latchless.benchmarks.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.latchless.benchmarks.report.Sentences;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the outcome as a table of at most 100 columns. */
final class ResultTable {
  private static final int NAME = 36;

  private final PrintWriter out;

  ResultTable(PrintWriter out) {
    this.out = out;
  }

  void print(List<ContestResult> contests) {
    out.println();
    out.println("Ratio of ours to the opponent [95 % interval]; above 1, ours is better.");
    for (ContestResult contest : contests) {
      out.println();
      out.println(contest.name());
      contest.comparisons().forEach(this::print);
    }
    out.println();
    out.println(sum(contests));
  }

  private void print(Comparison comparison) {
    out.println(
        String.format(
                Locale.ROOT,
                "  %-10s  %-" + NAME + "s  %7s %-16s  %s",
                name(comparison.metric()),
                shortened(comparison.opponent()),
                ratio(comparison.ratio()),
                interval(comparison),
                words(comparison))
            .stripTrailing());
  }

  private static String sum(List<ContestResult> contests) {
    Map<Verdict, Long> count =
        contests.stream()
            .flatMap(contest -> contest.comparisons().stream())
            .collect(groupingBy(Comparison::verdict, counting()));
    long tooNoisy =
        contests.stream()
            .flatMap(contest -> contest.comparisons().stream())
            .filter(Sentences::tooNoisy)
            .count();
    return String.format(
        Locale.ROOT,
        "ours is better in %d, worse in %d, level in %d, too noisy in %d, undecided in %d"
            + " comparisons",
        count.getOrDefault(Verdict.BETTER, 0L),
        count.getOrDefault(Verdict.WORSE, 0L),
        count.getOrDefault(Verdict.TIE, 0L) - tooNoisy,
        tooNoisy,
        count.getOrDefault(Verdict.UNDECIDED, 0L));
  }

  private static String interval(Comparison comparison) {
    Double low = comparison.low();
    Double high = comparison.high();
    return low == null || high == null ? "" : "[" + ratio(low) + ", " + ratio(high) + "]";
  }

  private static String words(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> "ours better";
      case WORSE -> "ours worse";
      case TIE -> Sentences.tooNoisy(comparison) ? "too noisy to tell" : "tie";
      case UNDECIDED ->
          "undecided, " + comparison.rounds() + (comparison.rounds() == 1 ? " round" : " rounds");
    };
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case THROUGHPUT -> "throughput";
      case P50 -> "p50";
      case P99 -> "p99";
      case P999 -> "p99.9";
      case P9999 -> "p99.99";
    };
  }

  private static String ratio(double ratio) {
    String format = ratio >= 99.95 ? "%.0f" : ratio >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, ratio);
  }

  private static String shortened(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 3) + "...";
  }
}
