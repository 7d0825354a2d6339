package io.latchless.stress.freeze.registry;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.freeze.Claim;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenRegistriesTest {
  static Stream<Claim> claims() {
    return Stream.of(
        new Claim(SnapshotMapFamily.class, Set.of("put", "update")),
        new Claim(HandlerRegistryFamily.class, Set.of("subscribeAndClose")),
        new Claim(
            QuiescentHandlerRegistryFamily.class, Set.of("subscribeAndClose", "closeAndLook")),
        new Claim(ScopedHandlerRegistryFamily.class, Set.of("catchAllAndClose")));
  }

  @ParameterizedTest
  @MethodSource("claims")
  @Execution(CONCURRENT)
  void stopNobodyWhereverTheyAreFrozen(Claim claim) {
    claim.verify();
  }
}
