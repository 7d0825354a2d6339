package io.latchless.stress.freeze.eventbus;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.freeze.Claim;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenEventBusTest {
  static Stream<Claim> claims() {
    return Stream.of(
        new Claim(EventBusFamily.class, Set.of()),
        new Claim(HandedOverFamily.class, Set.of()),
        new Claim(RequestFamily.class, Set.of()),
        new Claim(RetainedTopicFamily.class, Set.of()),
        new Claim(StartFamily.class, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("claims")
  @Execution(CONCURRENT)
  void stopsNoOtherSubscriptionWhereverAThreadIsFrozen(Claim claim) {
    claim.verify();
  }
}
