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

  /**
   * Not of the metrics, which real threads meet in jcstress and in soak tests: on JDK 25 each model
   * that this is tried on takes longer than the one before, by the fifteenth two minutes.
   */
  @ParameterizedTest
  @ValueSource(
      classes = {
        OurModels.OfAtomicStatus.class,
        OurModels.OfStatusHolder.class,
        OurModels.OfSnapshotRef.class,
        OurModels.OfMailbox.class,
        OurModels.OfLatest.class,
        OurModels.OfProcessStatusHolder.class,
        RingModels.OfMpmc.class,
        RingModels.OfMpmcWithRemoval.class,
        RingModels.OfScq.class,
        RingModels.OfOverwriting.class,
        RegistryModels.OfSnapshotMap.class,
        RegistryModels.OfHandlers.class,
        RegistryModels.OfQuiet.class,
        RegistryModels.OfScopes.class
      })
  void soHaveTheResultsOfRealThreads(Class<?> model) {
    ModelCheck.linearizableByChance(model);
  }
}
