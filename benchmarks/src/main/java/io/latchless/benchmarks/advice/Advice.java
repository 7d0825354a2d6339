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
 * Who should hold what is shared in a workload of one shape.
 *
 * @param shape the workload
 * @param wants what is needed beyond speed
 * @param certainty how sure it is
 * @param choice who should; null if nobody would do
 * @param runnerUp who comes next; null if nobody else would do
 * @param standings everyone who was measured, the fastest first, those who would do before others
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

  /** The choice against its runner-up; empty if there is no such pair. */
  public Optional<Comparison> lead() {
    Candidate second = runnerUp;
    return second == null ? Optional.empty() : choiceAgainst(second.name());
  }

  /** The choice against the best of the mutexes; empty if it is a mutex itself. */
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

  /** How the choice itself stands. */
  public Optional<Standing> chosen() {
    return choice == null
        ? Optional.empty()
        : standings.stream()
            .filter(standing -> standing.candidate().equals(requireNonNull(choice)))
            .findFirst();
  }
}
