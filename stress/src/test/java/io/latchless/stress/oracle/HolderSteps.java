package io.latchless.stress.oracle;

import io.latchless.benchmarks.holder.Holder;
import io.latchless.stress.subjects.Phase;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The steps on a status holder. */
final class HolderSteps {
  private HolderSteps() {}

  static Arbitrary<Step<Holder<Phase, Integer>>> any() {
    Arbitrary<Phase> phases = Arbitraries.of(Phase.class);
    Arbitrary<Integer> versions = Arbitraries.integers().between(0, 6);
    return Arbitraries.oneOf(
        Combinators.combine(phases, phases)
            .as(
                (from, to) ->
                    new Step<>(from + " -> " + to, holder -> holder.tryTransition(from, to, 1))),
        Combinators.combine(versions, phases)
            .as(
                (version, to) ->
                    new Step<>(
                        version + " -> " + to, holder -> holder.tryTransition(version, to, 2))),
        phases.map(to -> new Step<>("-> " + to, holder -> holder.transition(to, 3))),
        phases.map(to -> new Step<>("?-> " + to, holder -> holder.transitionIfAllowed(to, 4))),
        phases.map(
            to -> new Step<>("+-> " + to, holder -> holder.transitionWith(to, data -> data + 10))),
        phases.map(
            to ->
                new Step<>(
                    "!-> " + to,
                    holder ->
                        holder.transitionWith(
                            to,
                            data -> {
                              throw new UnsupportedOperationException("no data");
                            }))),
        Combinators.combine(phases, versions)
            .as(
                (state, since) ->
                    new Step<>(
                        "await " + state + "@" + since,
                        holder -> holder.awaitReached(state, since, Duration.ZERO))),
        Combinators.combine(phases, versions)
            .as(
                (state, since) ->
                    new Step<>(
                        "when " + state + "@" + since,
                        holder -> holder.whenReached(state, since).isDone())));
  }
}
