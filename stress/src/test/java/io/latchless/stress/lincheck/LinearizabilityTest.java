package io.latchless.stress.lincheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LinearizabilityTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
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
        RingModels.OfScq.class,
        RingModels.OfBlocking.class,
        RingModels.OfOverwriting.class,
        RingModels.OfHistory.class,
        RegistryModels.OfSnapshotMap.class,
        RegistryModels.OfHandlers.class,
        RegistryModels.OfQuiet.class,
        RegistryModels.OfHandlersOfSeveralKeys.class,
        RegistryModels.OfScopes.class,
        RegistryModels.OfProcesses.class,
        MetricsModels.OfCounter.class,
        MetricsModels.OfGauge.class,
        MetricsModels.OfMaxMin.class,
        MetricsModels.OfMaxMinOfSeals.class,
        MetricsModels.OfEwma.class
      })
  void everyScheduleOfAFewOperationsHasASequentialExplanation(Class<?> model) {
    ModelCheck.linearizable(model);
  }
}
