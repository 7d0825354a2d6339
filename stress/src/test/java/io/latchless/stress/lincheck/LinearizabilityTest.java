package io.latchless.stress.lincheck;

import io.latchless.stress.Effort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class LinearizabilityTest {
  private static final List<Class<?>> ALL =
      List.of(
          OurModels.OfAtomicStatus.class,
          OurModels.OfReturningAtomicStatus.class,
          OurModels.OfStatusHolder.class,
          OurModels.OfStatusHolderFollowed.class,
          OurModels.OfSnapshotRef.class,
          OurModels.OfMailbox.class,
          OurModels.OfLatest.class,
          OurModels.OfLazy.class,
          OurModels.OfProcessStatusHolder.class,
          OurModels.OfProcessStatusHolderFollowed.class,
          RingModels.OfMpmc.class,
          RingModels.OfOddMpmc.class,
          RingModels.OfLappingMpmc.class,
          RingModels.OfMpmcWithRemoval.class,
          RingModels.OfLockFree.class,
          RingModels.OfBlocking.class,
          RingModels.OfOverwriting.class,
          RingModels.OfHistory.class,
          RegistryModels.OfSnapshotMap.class,
          RegistryModels.OfHandlers.class,
          RegistryModels.OfQuiescent.class,
          RegistryModels.OfHandlersOfSeveralKeys.class,
          RegistryModels.OfScopes.class,
          RegistryModels.OfProcesses.class,
          MetricsModels.OfCounter.class,
          MetricsModels.OfGauge.class,
          MetricsModels.OfMaxMin.class,
          MetricsModels.OfMaxMinOfSeals.class,
          MetricsModels.OfEwma.class);

  /** Returns all models; in a quick run without those that {@link ProgressTest} checks. */
  static Stream<Class<?>> models() {
    return ALL.stream()
        .filter(model -> Effort.current() == Effort.LONG || !ProgressTest.models().contains(model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyScheduleOfAFewOperationsHasASequentialExplanation(Class<?> model) {
    ModelCheck.linearizable(model);
  }
}
