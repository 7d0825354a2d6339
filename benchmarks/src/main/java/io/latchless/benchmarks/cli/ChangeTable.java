package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.regression.ChangeVerdict;
import io.latchless.benchmarks.regression.MachineDifference;
import io.latchless.benchmarks.regression.MeasuredChange;
import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.results.Metric;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Prints the changes between two runs as a table of at most 100 columns, and counts the rest. */
final class ChangeTable {
  private static final int WIDTH = 100;
  private static final int NAME = 56;

  private final PrintWriter out;

  ChangeTable(PrintWriter out) {
    this.out = out;
  }

  void print(MeasuredChanges changes) {
    out.println();
    out.printf(
        "Compared with the run of %s: newer to older [95 %% interval]; above 1 is faster.%n",
        changes.older().started().truncatedTo(ChronoUnit.SECONDS));
    List<MachineDifference> differences = changes.machines();
    differences.forEach(this::print);
    if (differences.stream().anyMatch(MachineDifference::decisive)) {
      out.println("warning: this compares machines rather than versions of the code");
    }
    print("slower", changes.with(ChangeVerdict.SLOWER));
    print("faster", changes.with(ChangeVerdict.FASTER));
    out.println();
    out.printf(
        "faster: %d, slower: %d, as before: %d, undecided: %d, not compared: %d%n",
        changes.with(ChangeVerdict.FASTER).size(),
        changes.with(ChangeVerdict.SLOWER).size(),
        changes.with(ChangeVerdict.AS_BEFORE).size(),
        changes.with(ChangeVerdict.UNDECIDED).size(),
        changes.leftOut().size());
  }

  private void print(MachineDifference difference) {
    out.println(
        cut(
            "differs in %s: %s, before %s"
                .formatted(difference.what(), difference.newer(), difference.older()),
            WIDTH));
  }

  private void print(String heading, List<MeasuredChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.println();
    out.println(heading);
    for (MeasuredChange change : changes) {
      out.println(
          String.format(
                  Locale.ROOT,
                  "  %-" + NAME + "s  %-10s  %6s %s",
                  tail(change.contest().name()),
                  name(change.metric()),
                  ratio(change.ratio()),
                  interval(change))
              .stripTrailing());
    }
  }

  private static String interval(MeasuredChange change) {
    Double low = change.low();
    Double high = change.high();
    return low == null || high == null ? "" : "[" + ratio(low) + ", " + ratio(high) + "]";
  }

  private static String name(Metric metric) {
    return metric == Metric.THROUGHPUT ? "throughput" : metric.name().toLowerCase(Locale.ROOT);
  }

  private static String ratio(double ratio) {
    String format = ratio >= 9999.5 ? "%.1e" : ratio >= 99.95 ? "%.0f" : "%.2f";
    return String.format(Locale.ROOT, format, ratio);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }

  /** Keeps the end of a contest's name: many contests share a beginning. */
  private static String tail(String name) {
    return name.length() <= NAME ? name : "..." + name.substring(name.length() - NAME + 3);
  }
}
