package io.latchless.stress.freeze.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.Effort;
import io.latchless.stress.freeze.Claim;
import io.latchless.stress.freeze.FreezeProbe;
import io.latchless.stress.freeze.FreezeReport;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class FrozenPrimitivesTest {
  static Stream<Claim> claims() {
    return Stream.of(
        new Claim(
            AtomicStatusFamily.class, Set.of("tryTransition", "transitionIfAllowed", "transition")),
        new Claim(
            StatusHolderFamily.class,
            Set.of("tryTransition", "transitionIfAllowed", "transition", "transitionWith")),
        new Claim(
            ProcessStatusHolderFamily.class,
            Set.of("restart", "markRunning", "markExited", "markStopped", "markFailed")),
        new Claim(SnapshotRefFamily.class, Set.of("set", "update", "addListenerAndClose")),
        new Claim(LatestFamily.class, Set.of("publish")),
        new Claim(MailboxFamily.class, Set.of()),
        new Claim(LazyFamily.class, Set.of()),
        new Claim(BackoffFamily.class, Set.of()),
        new Claim(TransitionGraphFamily.class, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("claims")
  @Execution(CONCURRENT)
  void stopNobodyWhereverTheyAreFrozen(Claim claim) {
    claim.verify();
  }

  @Test
  @Execution(CONCURRENT)
  void theFirstToCompleteAFutureStopsNobody() {
    FreezeReport report = FreezeProbe.walkUndisturbed(FirstCompletion.class, Effort.of(251, 7));

    assertThat(report.stoppingPlaces()).as("%s", report).isEmpty();
  }

  @Test
  @Execution(CONCURRENT)
  void whoeverIsFrozenInADeliveryHoldsBackDeliveriesAndNothingElse() {
    FreezeReport report = FreezeProbe.walk(HeldBackDelivery.class);

    assertThat(report.stoppedOperations()).as("%s", report).containsOnlyKeys("setAndSeeItTold");
  }

  @Test
  @Execution(CONCURRENT)
  void whoeverIsFrozenInAnInitializationHoldsUpThoseWhoAskForTheValue() {
    FreezeReport report = FreezeProbe.walk(LazyInitialization.class);

    assertThat(report.stoppedOperations()).as("%s", report).containsOnlyKeys("get");
  }
}
