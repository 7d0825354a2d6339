package io.latchless.stress.lincheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a separate class, and so in a separate JVM: on JDK 25 each model takes longer than the
 * previous one, up to two minutes for the fifteenth.
 */
public class RealThreadsPrimitivesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        OurModels.OfAtomicStatus.class,
        OurModels.OfStatusHolder.class,
        OurModels.OfSnapshotRef.class,
        OurModels.OfMailbox.class,
        OurModels.OfLatest.class,
        OurModels.OfProcessStatusHolder.class
      })
  void theResultsOfRealThreadsHaveASequentialExplanation(Class<?> model) {
    ModelCheck.linearizableByChance(model);
  }
}
