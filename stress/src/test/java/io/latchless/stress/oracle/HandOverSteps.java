package io.latchless.stress.oracle;

import io.latchless.benchmarks.latest.NumberedLatest;
import io.latchless.benchmarks.mailbox.Slot;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The steps on a mailbox, and on a latest value. */
final class HandOverSteps {
  private static final Arbitrary<Integer> VALUES = Arbitraries.integers().between(1, 1_000);

  private HandOverSteps() {}

  static Arbitrary<Step<Slot<Integer>>> ofSlot() {
    return Arbitraries.oneOf(
        VALUES.map(value -> new Step<>("offer " + value, slot -> slot.offer(value))),
        VALUES.map(
            value ->
                new Step<>("replace by " + value, slot -> String.valueOf(slot.replace(value)))),
        Arbitraries.just(new Step<>("poll", slot -> String.valueOf(slot.poll()))),
        Arbitraries.just(
            new Step<>("poll for 0", slot -> String.valueOf(slot.poll(Duration.ZERO)))),
        Arbitraries.just(new Step<>("empty", Slot::isEmpty)));
  }

  static Arbitrary<Step<NumberedLatest<Integer>>> ofLatest() {
    return Arbitraries.oneOf(
        VALUES.map(value -> new Step<>("publish " + value, latest -> latest.publish(value))),
        Arbitraries.just(new Step<>("get", latest -> String.valueOf(latest.get()))),
        Arbitraries.just(new Step<>("version", NumberedLatest::version)),
        Arbitraries.just(new Step<>("snapshot", latest -> String.valueOf(latest.snapshot()))),
        Arbitraries.integers()
            .between(0, 6)
            .map(
                seen ->
                    new Step<>(
                        "newer than " + seen, latest -> latest.awaitNewer(seen, Duration.ZERO))));
  }
}
