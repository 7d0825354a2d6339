package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.BusCutInPlace;
import io.latchless.stress.rogues.BusNumberedByLength;
import io.latchless.stress.rogues.BusOfEndlessFailures;
import io.latchless.stress.rogues.BusSilencedByAFailure;
import io.latchless.stress.rogues.BusThatAsksEveryType;
import io.latchless.stress.rogues.BusThatLosesTheDead;
import io.latchless.stress.rogues.BusWithoutGlobal;
import io.latchless.stress.subjects.ListedBus;
import io.latchless.stress.subjects.SmallBus;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class BusRoguesTest {
  /** A check of subjects that a factory makes. */
  @FunctionalInterface
  private interface Check<F> {
    List<String> findings(F factory) throws InterruptedException;
  }

  /**
   * A check, what passes it, and what does not.
   *
   * @param expected a part of what is found
   * @param check the check
   * @param sound factories of the library's type and of what the twin is made of
   * @param twin the factory of the broken twin
   */
  private record Trap<F>(String expected, Check<F> check, List<F> sound, F twin) {
    @Override
    public String toString() {
      return expected;
    }
  }

  static Stream<Trap<?>> traps() {
    return Stream.of(
        route("two subscriptions with id 2", RouteChecks::ids, BusNumberedByLength::new),
        route("ended with another subscription", RouteChecks::ids, BusNumberedByLength::new),
        route("skipped during a close", RouteChecks::closing, BusCutInPlace::new),
        route("only [exact, parent] were called", RouteChecks::scopes, BusWithoutGlobal::new),
        route("called 2 times for one event", RouteChecks::types, BusThatAsksEveryType::new),
        route("silenced", RouteChecks::throwing, BusSilencedByAFailure::new),
        route("50 failures about one", RouteChecks::failures, BusOfEndlessFailures::new),
        route("vanished", RouteChecks::dead, BusThatLosesTheDead::new));
  }

  private static Trap<?> route(
      String expected, Check<Supplier<SmallBus>> check, Supplier<SmallBus> twin) {
    return new Trap<>(expected, check, List.of(SmallBus::ours, ListedBus::new), twin);
  }

  @ParameterizedTest
  @MethodSource("traps")
  <F> void isReportedOfTheTwinOnly(Trap<F> trap) throws InterruptedException {
    for (F sound : trap.sound()) {
      assertThat(trap.check().findings(sound)).isEmpty();
    }
    assertThat(trap.check().findings(trap.twin()))
        .anySatisfy(finding -> assertThat(finding).contains(trap.expected()));
  }
}
