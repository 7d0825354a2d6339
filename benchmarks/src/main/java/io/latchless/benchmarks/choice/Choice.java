package io.latchless.benchmarks.choice;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The candidates for one kind of shared state, and the benchmark that measures them in any shape.
 * The benchmark has the parameter {@code work}. Unless the kind is balanced it also has {@code
 * writePercent}, {@code updatesPerSecond} and {@code readsPerSecond}. If the kind has a size, a
 * further parameter sets it.
 *
 * @param shared the kind of shared state
 * @param benchmark the JMH benchmark class
 * @param method the benchmark's method
 * @param sizeParameter the benchmark's parameter for the size; null if the kind has no size
 * @param candidates the candidates; the first is ours; within each origin the simplest comes first
 * @param footprint creates one idle instance from a candidate's name and a size
 */
public record Choice(
    StructureKind shared,
    Class<?> benchmark,
    String method,
    @Nullable String sizeParameter,
    List<Candidate> candidates,
    BiFunction<String, Integer, Object> footprint) {
  /** Copies the list. */
  public Choice {
    candidates = List.copyOf(candidates);
  }

  /** Returns the candidate with the given name; empty if there is none. */
  public Optional<Candidate> candidate(String name) {
    return candidates.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
  }

  /** Returns the contest that measures every candidate in a shape. */
  public Contest contest(Shape shape) {
    return declared(shape).build();
  }

  /**
   * Returns the contest that measures every candidate in a shape, for at least the given number of
   * rounds if time allows.
   */
  public Contest contest(Shape shape, int rounds) {
    return declared(shape).rounds(rounds).build();
  }

  private ContestBuilder declared(Shape shape) {
    ContestBuilder contest =
        Contest.named(shape.contestName())
            .asks("What should hold " + shared.words() + "?")
            .does(shape.inWords())
            .benchmark(benchmark, method)
            .threads(shape.threads())
            .with("work", Integer.toString(LocalWork.tokens(shape.workNanos())));
    if (!shared.isBalanced()) {
      contest.with("writePercent", Integer.toString(100 - shape.readPercent()));
      contest.with("updatesPerSecond", Integer.toString(shape.updatesPerSecond()));
      contest.with("readsPerSecond", Integer.toString(shape.readsPerSecond()));
    }
    if (shared.sizes() != null) {
      contest.with(requireNonNull(sizeParameter), Integer.toString(shape.size()));
    }
    candidates.forEach(candidate -> add(candidate, contest));
    return contest.footprint(name -> footprint.apply(name, shape.size()));
  }

  private static void add(Candidate candidate, ContestBuilder contest) {
    String[] arguments = candidate.jvmArguments().toArray(String[]::new);
    switch (candidate.role()) {
      case OURS -> contest.ours(candidate.name(), arguments);
      case MUTEX -> contest.mutex(candidate.name(), arguments);
      case PEER -> contest.peer(candidate.name(), arguments);
    }
  }

  /** Returns the mutexes among the candidates. */
  public List<Candidate> mutexes() {
    return candidates.stream().filter(candidate -> candidate.role() == Role.MUTEX).toList();
  }
}
