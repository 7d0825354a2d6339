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
 * Who can hold one kind of thing, and the benchmark that measures them in any shape. The benchmark
 * has the parameters {@code work}; {@code writePercent} and {@code updatesPerSecond}, unless what
 * is shared is balanced; and one for the size, if it has one.
 *
 * @param shared the kind of thing
 * @param benchmark the JMH benchmark class
 * @param method its method
 * @param sizeParameter the benchmark's parameter for the size; null for what has no size
 * @param candidates who can hold it; the first is ours; of each origin the simplest first
 * @param footprint makes one idle instance by a candidate's name and a size
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

  /** The candidate of that name; empty if there is none. */
  public Optional<Candidate> candidate(String name) {
    return candidates.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
  }

  /** The contest that measures everyone in that shape. */
  public Contest contest(Shape shape) {
    return declared(shape).build();
  }

  /** The same, to be run for so many rounds where there is time. */
  public Contest contest(Shape shape, int rounds) {
    return declared(shape).rounds(rounds).build();
  }

  private ContestBuilder declared(Shape shape) {
    ContestBuilder contest =
        Contest.named(shape.contestName())
            .asks("Who should hold " + shared.words() + "?")
            .does(shape.inWords())
            .benchmark(benchmark, method)
            .threads(shape.threads())
            .with("work", Integer.toString(LocalWork.tokens(shape.workNanos())));
    if (!shared.isBalanced()) {
      contest.with("writePercent", Integer.toString(100 - shape.readPercent()));
      contest.with("updatesPerSecond", Integer.toString(shape.updatesPerSecond()));
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

  /** The mutexes among the candidates. */
  public List<Candidate> mutexes() {
    return candidates.stream().filter(candidate -> candidate.role() == Role.MUTEX).toList();
  }
}
