package io.latchless.stress.oracle;

import io.latchless.benchmarks.snapshot.VersionedRef;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The steps on a versioned reference. */
final class SnapshotSteps {
  private SnapshotSteps() {}

  static Arbitrary<Step<VersionedRef<Integer>>> any() {
    Arbitrary<Integer> values = Arbitraries.integers().between(1, 1_000);
    Arbitrary<Integer> versions = Arbitraries.integers().between(0, 8);
    return Arbitraries.oneOf(
        Combinators.combine(versions, values)
            .as(
                (version, value) ->
                    new Step<>(version + " = " + value, ref -> ref.compareAndSet(version, value))),
        values.map(value -> new Step<>("= " + value, ref -> ref.set(value))),
        values.map(value -> new Step<>("+ " + value, ref -> ref.update(seen -> seen + value))),
        Arbitraries.just(new Step<>("same", ref -> ref.update(seen -> seen))),
        Arbitraries.just(
            new Step<>(
                "throw",
                ref ->
                    ref.update(
                        seen -> {
                          throw new UnsupportedOperationException("no value");
                        }))),
        Arbitraries.just(new Step<>("get", VersionedRef::get)));
  }
}
