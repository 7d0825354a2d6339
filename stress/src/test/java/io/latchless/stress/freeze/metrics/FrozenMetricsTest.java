package io.latchless.stress.freeze.metrics;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.freeze.Claim;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenMetricsTest {
  static Stream<Claim> claims() {
    return Stream.of(
        new Claim(CounterFamily.class, Set.of()),
        new Claim(GaugeFamily.class, Set.of()),
        new Claim(MaxMinFamily.class, Set.of("recordGreatest", "recordLeast")),
        new Claim(EwmaFamily.class, Set.of("record")),
        new Claim(RequestMetricsFamily.class, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("claims")
  @Execution(CONCURRENT)
  void stopNobodyWhereverTheyAreFrozen(Claim claim) {
    claim.verify();
  }
}
