package io.latchless.benchmarks.advice;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.compare.Paired;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides from one contest's rounds. Among the candidates that meet the requirements, the one with
 * the highest median leads. A candidate is level with it if the interval of their ratio spans 1.
 * The simplest of the level candidates is chosen: a mutex before a class of the JDK, then ours,
 * then another library's. Within one kind the order of {@link Choice} decides.
 */
public final class Adviser {
  /**
   * An interval whose ends differ by more than this factor says little: it leaves open more than
   * most users can hope to gain from a faster structure.
   */
  public static final int WIDEST = 2;

  private final Shape shape;
  private final Choice choice;
  private final ContestResult contest;
  private final Requirements wants;

  private Adviser(Shape shape, ContestResult contest, Requirements wants) {
    this.shape = shape;
    this.choice = Choices.of(shape.shared());
    this.contest = contest;
    this.wants = wants;
  }

  /**
   * Chooses among the measured candidates.
   *
   * @param shape the workload
   * @param contest the measured figures
   * @param wants the requirements beyond speed
   */
  public static Advice advise(Shape shape, ContestResult contest, Requirements wants) {
    return new Adviser(shape, contest, wants).advise();
  }

  private Advice advise() {
    List<Candidate> measured =
        choice.candidates().stream()
            .filter(candidate -> figures(candidate).filter(Adviser::isMeasured).isPresent())
            .sorted(Comparator.comparingDouble(this::median).reversed())
            .toList();
    List<Candidate> eligible =
        measured.stream().filter(candidate -> objection(candidate) == null).toList();
    if (eligible.isEmpty()) {
      return advice(Certainty.NOBODY, null, null, measured);
    }
    Candidate leader = eligible.get(0);
    List<Candidate> others = eligible.subList(1, eligible.size());
    if (others.isEmpty()) {
      return advice(Certainty.CLEAR, leader, null, measured);
    }
    if (others.stream().anyMatch(other -> verdict(leader, other) == Verdict.UNDECIDED)) {
      return advice(Certainty.UNDECIDED, leader, others.get(0), measured);
    }
    List<Candidate> level = new ArrayList<>(List.of(leader));
    others.stream().filter(other -> verdict(leader, other) != Verdict.BETTER).forEach(level::add);
    Candidate chosen =
        level.stream()
            .min(
                Comparator.comparing(Candidate::origin)
                    .thenComparingInt(choice.candidates()::indexOf))
            .orElseThrow();
    // A choice that others are level with must be shown against one of them, not a slower one.
    Candidate runnerUp =
        !chosen.equals(leader) ? leader : level.size() > 1 ? level.get(1) : others.get(0);
    return advice(certainty(chosen, runnerUp), chosen, runnerUp, measured);
  }

  private Certainty certainty(Candidate chosen, Candidate runnerUp) {
    Comparison lead = compare(chosen, runnerUp);
    if (lead.verdict() == Verdict.BETTER) {
      return Certainty.CLEAR;
    }
    double width = requireNonNull(lead.high()) / requireNonNull(lead.low());
    return width > WIDEST ? Certainty.NOISY : Certainty.TIE;
  }

  private Advice advice(
      Certainty certainty,
      @Nullable Candidate chosen,
      @Nullable Candidate runnerUp,
      List<Candidate> measured) {
    List<Standing> standings =
        measured.stream()
            .map(
                candidate ->
                    new Standing(
                        candidate,
                        figures(candidate).orElseThrow(),
                        median(candidate),
                        chosen == null || chosen.equals(candidate)
                            ? null
                            : compare(chosen, candidate),
                        objection(candidate)))
            .sorted(Comparator.comparing(standing -> !standing.wouldDo()))
            .toList();
    return new Advice(shape, wants, certainty, chosen, runnerUp, standings);
  }

  private @Nullable String objection(Candidate candidate) {
    if (wants.wholeState() && !candidate.wholeState()) {
      return "reads may be torn";
    }
    if (wants.goesOn() && !candidate.goesOn()) {
      return "a stopped thread can block others";
    }
    if (!wants.boundsMemory()) {
      return null;
    }
    Long bytes = figures(candidate).map(SubjectResult::footprintBytes).orElse(null);
    if (bytes == null) {
      return "its size is unknown";
    }
    return bytes > wants.mostBytes() ? String.format(Locale.ROOT, "takes %,d bytes", bytes) : null;
  }

  private Verdict verdict(Candidate first, Candidate second) {
    return compare(first, second).verdict();
  }

  private Comparison compare(Candidate first, Candidate second) {
    return Paired.throughput(figures(first).orElseThrow(), figures(second).orElseThrow())
        .orElseThrow();
  }

  private double median(Candidate candidate) {
    double[] sorted =
        figures(candidate).orElseThrow().throughput().stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return Math.sqrt(sorted[(sorted.length - 1) / 2] * sorted[sorted.length / 2]);
  }

  private Optional<SubjectResult> figures(Candidate candidate) {
    return contest.subjects().stream()
        .filter(subject -> subject.name().equals(candidate.name()))
        .findFirst();
  }

  /**
   * Returns whether the subject has rounds and completed operations in each of them; ratios need
   * both.
   */
  private static boolean isMeasured(SubjectResult subject) {
    return !subject.throughput().isEmpty()
        && subject.throughput().stream().allMatch(each -> each > 0 && Double.isFinite(each));
  }
}
