package io.latchless.benchmarks.report;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.AdviceChange;
import io.latchless.benchmarks.advice.Certainty;
import io.latchless.benchmarks.advice.Standing;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words an advice. */
public final class AdviceSentences {
  private AdviceSentences() {}

  /** Returns the answer, in one or two sentences. */
  public static String answer(Advice advice) {
    return switch (advice.certainty()) {
      case CLEAR -> clear(advice);
      case TIE -> "Tie: take the simpler one, %s. %s".formatted(simpler(advice), lead(advice));
      case NOISY ->
          "Too noisy to tell %s. Until a quieter run decides, take the simpler one, %s."
              .formatted(apart(advice), simpler(advice));
      case UNDECIDED ->
          "Undecided: fewer than %d rounds. So far %s looks best."
              .formatted(Sentences.ROUNDS_NEEDED, name(advice));
      case NOBODY ->
          "No measured candidate meets the requirements: %s.".formatted(objections(advice));
    };
  }

  private static String clear(Advice advice) {
    return advice.runnerUp() == null
        ? "Take %s: no other measured candidate meets the requirements.".formatted(name(advice))
        : "Take %s. %s".formatted(name(advice), lead(advice));
  }

  /** Returns how much faster the choice is than its runner-up; empty if there is none. */
  private static String lead(Advice advice) {
    return advice.lead().map(lead -> Sentences.of(name(advice), lead)).orElse("");
  }

  /** Returns the answer and its reason, for a place that already shows the choice's name. */
  public static String reason(Advice advice) {
    return advice.certainty() == Certainty.CLEAR && advice.runnerUp() != null
        ? join(lead(advice), because(advice), mutex(advice), ours(advice))
        : join(answer(advice), ours(advice));
  }

  private static String join(String... sentences) {
    return Stream.of(sentences)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String apart(Advice advice) {
    Comparison lead = advice.lead().orElseThrow();
    return "%s from %s: ratio %s".formatted(name(advice), lead.opponent(), Sentences.ratio(lead));
  }

  private static String name(Advice advice) {
    return requireNonNull(advice.choice()).name();
  }

  /** Calls a lock "the mutex", as most readers do. */
  private static String simpler(Advice advice) {
    Candidate choice = requireNonNull(advice.choice());
    return choice.origin() == Candidate.Origin.MUTEX
        ? "the mutex (" + choice.name() + ")"
        : choice.name();
  }

  private static String objections(Advice advice) {
    return advice.standings().stream()
        .map(standing -> standing.candidate().name() + ": " + standing.objection())
        .collect(Collectors.joining("; "));
  }

  /** Returns why the choice may be the fastest; empty unless it clearly leads a runner-up. */
  public static String because(Advice advice) {
    Candidate choice = advice.choice();
    if (choice == null || advice.certainty() != Certainty.CLEAR || advice.runnerUp() == null) {
      return "";
    }
    return upper(choice.because()) + ".";
  }

  /**
   * Compares the choice with the best mutex; empty if the choice is a mutex or the comparison was
   * already shown.
   */
  public static String mutex(Advice advice) {
    Optional<Comparison> overMutex = advice.leadOverMutex();
    return overMutex.isEmpty()
            || overMutex.equals(advice.lead())
            || advice.certainty() == Certainty.UNDECIDED
        ? ""
        : Sentences.of(name(advice), overMutex.get());
  }

  /** Returns how far ours is behind; empty if ours is the choice, the runner-up, or unsuitable. */
  public static String ours(Advice advice) {
    Candidate runnerUp = advice.runnerUp();
    return advice.certainty() == Certainty.UNDECIDED || isOurs(runnerUp)
        ? ""
        : advice.standings().stream()
            .filter(standing -> standing.wouldDo() && isOurs(standing.candidate()))
            .flatMap(standing -> Optional.ofNullable(standing.choiceAgainst()).stream())
            .map(behind -> Sentences.of(name(advice), behind))
            .collect(Collectors.joining());
  }

  private static boolean isOurs(@Nullable Candidate candidate) {
    return candidate != null && candidate.role() == Role.OURS;
  }

  /** Names the candidates with torn reads, and how many; empty if there are none. */
  public static String tears(Advice advice) {
    return advice.standings().stream()
        .filter(AdviceSentences::isTorn)
        .map(AdviceSentences::tear)
        .collect(Collectors.joining(" "));
  }

  private static boolean isTorn(Standing standing) {
    Double torn = standing.figures().tornLooks();
    return torn != null && torn > 0;
  }

  private static String tear(Standing standing) {
    double torn = requireNonNull(standing.figures().tornLooks());
    Comparison against = standing.choiceAgainst();
    String speed =
        against == null || against.verdict() != Verdict.WORSE
            ? ""
            : " is %s times as fast but".formatted(FigureText.ratio(1 / against.ratio()));
    String name = standing.candidate().name();
    return "%s%s tears: %s of its reads saw parts of different states."
        .formatted(upper(name), speed, FigureText.share(torn));
  }

  /** Describes one change that would lead to another answer. */
  public static String of(AdviceChange change) {
    Advice advice = change.advice();
    String how =
        switch (advice.certainty()) {
          case TIE -> ", in a tie";
          case NOISY -> ", as far as this noisy run can tell";
          case CLEAR, UNDECIDED, NOBODY -> "";
        };
    String than =
        advice
            .lead()
            .map(
                lead ->
                    ": %s times %s (%s)"
                        .formatted(
                            Sentences.figure(lead, lead.ratio()), lead.opponent(), between(lead)))
            .orElse("");
    return "%s: %s%s%s".formatted(upper(change.condition()), simpler(advice), how, than);
  }

  private static String between(Comparison comparison) {
    Double low = comparison.low();
    Double high = comparison.high();
    return low == null || high == null
        ? "no interval"
        : Sentences.figure(comparison, low) + " to " + Sentences.figure(comparison, high);
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns the requirements beyond speed, in words. */
  public static String wants(Requirements wants) {
    List<String> wanted = new ArrayList<>();
    if (wants.wholeState()) {
      wanted.add("every reader sees a consistent snapshot");
    }
    if (wants.goesOn()) {
      wanted.add("a stopped thread never blocks another");
    }
    if (wants.boundsMemory()) {
      wanted.add(String.format(Locale.ROOT, "at most %,d bytes", wants.mostBytes()));
    }
    return wanted.isEmpty() ? "speed only" : String.join(", ", wanted);
  }
}
