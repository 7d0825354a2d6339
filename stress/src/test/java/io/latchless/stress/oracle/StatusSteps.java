package io.latchless.stress.oracle;

import io.latchless.benchmarks.status.Status;
import io.latchless.stress.subjects.Phase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The steps on a status. */
final class StatusSteps {
  private StatusSteps() {}

  static Arbitrary<Step<Status<Phase>>> any() {
    Arbitrary<Phase> phases = Arbitraries.of(Phase.class);
    Arbitrary<Integer> versions = Arbitraries.integers().between(0, 6);
    return Arbitraries.oneOf(
        Combinators.combine(phases, phases)
            .as(
                (from, to) ->
                    new Step<>(from + " -> " + to, status -> status.tryTransition(from, to))),
        Combinators.combine(versions, phases)
            .as(
                (version, to) ->
                    new Step<>(version + " -> " + to, status -> status.tryTransition(version, to))),
        phases.map(to -> new Step<>("-> " + to, status -> status.transition(to))),
        phases.map(to -> new Step<>("?-> " + to, status -> status.transitionIfAllowed(to))),
        phases.map(state -> new Step<>("is " + state, status -> status.isIn(state))));
  }
}
