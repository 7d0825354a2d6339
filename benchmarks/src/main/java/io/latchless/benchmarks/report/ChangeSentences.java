package io.latchless.benchmarks.report;

import io.latchless.benchmarks.regression.ChangeVerdict;
import io.latchless.benchmarks.regression.MachineDifference;
import io.latchless.benchmarks.regression.MeasuredChange;
import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.regression.UnpairedContest;
import io.latchless.benchmarks.results.Metric;
import java.util.List;

/** Words the changes between two runs. */
final class ChangeSentences {
  private ChangeSentences() {}

  /** Describes one change, with its interval and the rounds of both runs. */
  static String of(MeasuredChange change) {
    String ours = Place.ours(change.contest());
    return switch (change.verdict()) {
      case FASTER, SLOWER -> changed(ours, change);
      case AS_BEFORE ->
          at(change)
              + ours
              + " is unchanged to within "
              + Math.round((ChangeVerdict.STILL_THE_SAME - 1) * 100)
              + " %: ratio "
              + FigureText.ratio(change.ratio())
              + " "
              + evidence(change, false)
              + ".";
      case UNDECIDED ->
          at(change)
              + "it is undecided whether "
              + ours
              + " changed: "
              + (change.lacksRounds()
                  ? rounds(change) + "; " + Sentences.ROUNDS_NEEDED + " of each are needed."
                  : why(change)
                      + ", ratio "
                      + FigureText.ratio(change.ratio())
                      + " "
                      + evidence(change, false)
                      + ".");
    };
  }

  /** Counts the changes by verdict. */
  static String summary(MeasuredChanges changes) {
    int all = changes.all().size();
    return all == 0
        ? "The two runs have no measurement in common."
        : "Of the "
            + FigureText.count(all, "measurement")
            + " in both runs, "
            + changes.with(ChangeVerdict.FASTER).size()
            + " became faster and "
            + changes.with(ChangeVerdict.SLOWER).size()
            + " slower; "
            + changes.with(ChangeVerdict.AS_BEFORE).size()
            + " stayed as before, and "
            + changes.with(ChangeVerdict.UNDECIDED).size()
            + " remain undecided.";
  }

  /** Names the differences that outweigh any difference between versions of the code. */
  static String warning(List<MachineDifference> decisive) {
    List<String> names = decisive.stream().map(MachineDifference::what).toList();
    int last = names.size() - 1;
    return (last == 0
            ? "The " + names.get(0) + " differs"
            : "The "
                + String.join(", ", names.subList(0, last))
                + " and "
                + names.get(last)
                + " differ")
        + " between the two runs.";
  }

  /** Formats the ratio with its interval for a table. */
  static String ratio(MeasuredChange change) {
    Double low = change.low();
    Double high = change.high();
    String ratio = FigureText.ratio(change.ratio());
    return low == null || high == null
        ? ratio + " (no interval)"
        : ratio + " (" + FigureText.ratio(low) + " to " + FigureText.ratio(high) + ")";
  }

  /** Formats the numbers of rounds, for example "20 rounds, 18 before". */
  static String rounds(MeasuredChange change) {
    return FigureText.count(change.newerRounds(), "round")
        + ", "
        + change.olderRounds()
        + " before";
  }

  /** Names what is left out for one reason, for example "Contests only in this run". */
  static String leftOut(UnpairedContest.Part part, UnpairedContest.Reason reason) {
    String what =
        switch (part) {
          case CONTEST -> "Contests ";
          case THROUGHPUT -> "Throughput ";
          case LATENCY -> "Latency ";
        };
    return what
        + switch (reason) {
          case ONLY_NEWER -> "only in this run";
          case ONLY_OLDER -> "only in the other run";
          case OTHER_WORKLOAD -> "with another workload or thread count in the other run";
          case NO_FIGURE -> "with a round without a figure for ours";
          case NO_COMMON_OPPONENT -> "without an opponent in every round of both runs";
        };
  }

  private static String changed(String ours, MeasuredChange change) {
    if (change.metric() == Metric.THROUGHPUT) {
      return ours
          + " does "
          + FigureText.unequal(change.ratio())
          + " times as many operations as before, "
          + relative(change)
          + " "
          + evidence(change, false)
          + ".";
    }
    boolean slower = change.verdict() == ChangeVerdict.SLOWER;
    return at(change)
        + "an operation of "
        + ours
        + (slower ? " takes " : " took ")
        + FigureText.unequal(slower ? 1 / change.ratio() : change.ratio())
        + (slower ? " times as long as before, " : " times as long before, ")
        + relative(change)
        + " "
        + evidence(change, slower)
        + ".";
  }

  private static String why(MeasuredChange change) {
    Double low = change.low();
    Double high = change.high();
    return low != null && high != null && high / low > Sentences.TOO_NOISY
        ? "the rounds vary too much"
        : "the rounds are too few for how much they vary";
  }

  private static String relative(MeasuredChange change) {
    return "relative to " + FigureText.count(change.opponents(), "opponent");
  }

  private static String at(MeasuredChange change) {
    return ReportedMeasure.in(change.metric()) + ", ";
  }

  private static String evidence(MeasuredChange change, boolean inverted) {
    Double low = change.low();
    Double high = change.high();
    if (low == null || high == null) {
      return "(" + rounds(change) + ")";
    }
    double from = inverted ? 1 / high : low;
    double to = inverted ? 1 / low : high;
    return "("
        + FigureText.ratio(from)
        + " to "
        + FigureText.ratio(to)
        + "; "
        + rounds(change)
        + ")";
  }
}
