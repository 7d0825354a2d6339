package io.latchless.benchmarks.advice;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.Comparison;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recommended holder of the shared state in a workload of one shape.
 *
 * @param shape the workload
 * @param wants the requirements beyond speed
 * @param certainty how certain the advice is
 * @param choice the recommended candidate; null if none meets the requirements
 * @param runnerUp the next best candidate; null if no other meets the requirements
 * @param standings every measured candidate, those that meet the requirements first, each group
 *     from the fastest on
 */
public record Advice(
    Shape shape,
    Requirements wants,
    Certainty certainty,
    @Nullable Candidate choice,
    @Nullable Candidate runnerUp,
    List<Standing> standings) {
  /** Copies the list. */
  public Advice {
    standings = List.copyOf(standings);
  }

  /** Compares the choice with its runner-up; empty if either is missing. */
  public Optional<Comparison> lead() {
    Candidate second = runnerUp;
    return second == null ? Optional.empty() : choiceAgainst(second.name());
  }

  /** Compares the choice with the best of the mutexes; empty if the choice is a mutex itself. */
  public Optional<Comparison> leadOverMutex() {
    Candidate first = choice;
    if (first == null || first.origin() == Candidate.Origin.MUTEX) {
      return Optional.empty();
    }
    return standings.stream()
        .filter(standing -> standing.candidate().origin() == Candidate.Origin.MUTEX)
        .max((a, b) -> Double.compare(a.median(), b.median()))
        .flatMap(standing -> Optional.ofNullable(standing.choiceAgainst()));
  }

  private Optional<Comparison> choiceAgainst(String name) {
    return standings.stream()
        .filter(standing -> standing.candidate().name().equals(name))
        .findFirst()
        .flatMap(standing -> Optional.ofNullable(standing.choiceAgainst()));
  }

  /** Returns whether there is a choice that the rounds suffice for. */
  public boolean isAnswer() {
    return certainty != Certainty.UNDECIDED && certainty != Certainty.NOBODY;
  }

  /** Returns the standing of the choice. */
  public Optional<Standing> chosen() {
    return choice == null
        ? Optional.empty()
        : standings.stream()
            .filter(standing -> standing.candidate().equals(requireNonNull(choice)))
            .findFirst();
  }
}
