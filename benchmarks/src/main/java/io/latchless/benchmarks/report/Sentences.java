package io.latchless.benchmarks.report;

import io.latchless.benchmarks.advice.Adviser;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Machine;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.Verdict;

/** Words what the figures show. A loss is worded exactly as a win is, with the names exchanged. */
public final class Sentences {
  /**
   * The number of rounds that a verdict needs. The lowest and highest of five paired rounds enclose
   * the median in only 1 − 2 · 0.5⁵ = 93.75 % of cases. Those of six do so in 96.9 %.
   */
  public static final int ROUNDS_NEEDED = 6;

  /**
   * The widest ratio between the ends of an interval around 1 that counts as a tie. Beyond it,
   * either subject may be half as fast again as the other, so "no difference" would suggest an
   * equality that was not shown.
   */
  public static final int TOO_NOISY = Adviser.WIDEST;

  private Sentences() {}

  /** Describes one comparison, with its interval and its number of rounds. */
  public static String of(String ours, Comparison comparison) {
    String opponent = comparison.opponent();
    return switch (comparison.verdict()) {
      case BETTER -> ahead(ours, opponent, comparison, false);
      case WORSE -> ahead(opponent, ours, comparison, true);
      case TIE -> tie(ours, comparison);
      case UNDECIDED -> undecided(comparison);
    };
  }

  /** Counts the comparisons of a run by verdict. */
  public static String summary(Results results) {
    Tally tally = Tally.of(results.contests());
    if (tally.total() == 0) {
      return results.contests().isEmpty()
          ? "No contest was finished, so there is nothing to report."
          : "No comparison was finished, so there is nothing to report.";
    }
    return FigureText.count(tally.total(), "comparison")
        + " in "
        + FigureText.count(results.contests().size(), "contest")
        + ": Latchless won "
        + tally.count(Mark.WON)
        + " and lost "
        + tally.count(Mark.LOST)
        + "; "
        + be(tally.count(Mark.TIE), "a tie", "ties")
        + ", "
        + be(tally.count(Mark.NOISY), "too noisy to tell", "too noisy to tell")
        + ", and "
        + be(tally.count(Mark.UNDECIDED), "undecided", "undecided")
        + "."
        + against("locks", Tally.against(Role.MUTEX, results.contests()))
        + against("lock-free peers", Tally.against(Role.PEER, results.contests()));
  }

  private static String against(String whom, Tally tally) {
    return tally.total() == 0
        ? ""
        : " Against "
            + whom
            + " it won "
            + tally.count(Mark.WON)
            + " of "
            + tally.total()
            + " and lost "
            + tally.count(Mark.LOST)
            + ".";
  }

  /** Says how many cores the machine has, and what that means for contests with more threads. */
  public static String cores(Machine machine) {
    String cores = FigureText.count(machine.cores(), "core");
    return "The JVM had "
        + cores
        + ": a contest with more than "
        + FigureText.count(machine.cores(), "thread")
        + " shows preemption, not scaling.";
  }

  /** Returns the number of threads of a contest and of the cores that they ran on. */
  public static String threads(ContestResult contest, Machine machine) {
    return FigureText.count(contest.threads(), "thread")
        + " on "
        + FigureText.count(machine.cores(), "core");
  }

  /** Returns whether a contest shows preemption rather than scaling. */
  static boolean preempted(ContestResult contest, Machine machine) {
    return contest.threads() > machine.cores();
  }

  private static String ahead(
      String winner, String loser, Comparison comparison, boolean inverted) {
    double factor = inverted ? 1 / comparison.ratio() : comparison.ratio();
    String evidence = evidence(comparison, inverted);
    if (comparison.metric() == Metric.THROUGHPUT) {
      return Double.isInfinite(factor)
          ? winner
              + " keeps going where "
              + loser
              + " completes no operation ("
              + FigureText.count(comparison.rounds(), "round")
              + ")."
          : winner
              + " does "
              + FigureText.unequal(factor)
              + " times the operations of "
              + loser
              + " "
              + evidence
              + ".";
    }
    return ReportedMeasure.place(comparison.metric())
        + ", an operation of "
        + loser
        + " takes "
        + FigureText.unequal(factor)
        + " times as long as one of "
        + winner
        + " "
        + evidence
        + ".";
  }

  /** Returns whether a tie is one only because its rounds vary too much to tell. */
  public static boolean tooNoisy(Comparison comparison) {
    Double low = comparison.low();
    Double high = comparison.high();
    return comparison.verdict() == Verdict.TIE
        && low != null
        && high != null
        && high / low > TOO_NOISY;
  }

  private static String tie(String ours, Comparison comparison) {
    return (tooNoisy(comparison)
            ? at(comparison, "The", "the")
                + " rounds vary too much to tell "
                + ours
                + " from "
                + comparison.opponent()
            : at(comparison, "No", "no")
                + " difference between "
                + ours
                + " and "
                + comparison.opponent()
                + " could be shown")
        + ": ratio "
        + FigureText.ratio(comparison.ratio())
        + " "
        + evidence(comparison, false)
        + ".";
  }

  private static String undecided(Comparison comparison) {
    String rounds = FigureText.count(comparison.rounds(), "round");
    return at(comparison, "Undecided", "undecided")
        + " against "
        + comparison.opponent()
        + ": "
        + (comparison.rounds() < ROUNDS_NEEDED
            ? rounds + "; " + ROUNDS_NEEDED + " are needed."
            : rounds + " gave no interval.");
  }

  private static String at(Comparison comparison, String alone, String afterPlace) {
    return comparison.metric() == Metric.THROUGHPUT
        ? alone
        : ReportedMeasure.place(comparison.metric()) + ", " + afterPlace;
  }

  private static String evidence(Comparison comparison, boolean inverted) {
    String rounds = FigureText.count(comparison.rounds(), "round");
    Double low = comparison.low();
    Double high = comparison.high();
    if (low == null || high == null) {
      return "(" + rounds + ")";
    }
    String interval =
        inverted
            ? figure(comparison, 1 / high) + " to " + figure(comparison, 1 / low)
            : figure(comparison, low) + " to " + figure(comparison, high);
    return "(" + interval + ", " + rounds + ")";
  }

  /** Formats a count with its verb, for example "1 is a tie", "3 are ties", "none is undecided". */
  private static String be(int count, String one, String several) {
    return switch (count) {
      case 0 -> "none is " + one;
      case 1 -> "1 is " + one;
      default -> count + " are " + several;
    };
  }

  /** Formats the ratio with its interval for a table, for example "2.10 (1.95 to 2.31)". */
  static String ratio(Comparison comparison) {
    Double low = comparison.low();
    Double high = comparison.high();
    String ratio = figure(comparison, comparison.ratio());
    return low == null || high == null
        ? ratio + " (no interval)"
        : ratio + " (" + figure(comparison, low) + " to " + figure(comparison, high) + ")";
  }

  /**
   * Formats a figure of a comparison. If there is a winner, no figure is rounded to look like 1.
   */
  static String figure(Comparison comparison, double figure) {
    return switch (comparison.verdict()) {
      case BETTER, WORSE -> FigureText.unequal(figure);
      case TIE, UNDECIDED -> FigureText.ratio(figure);
    };
  }
}
