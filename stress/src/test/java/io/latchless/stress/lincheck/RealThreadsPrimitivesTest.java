package io.latchless.stress.lincheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a class, and so in a JVM, of their own: on JDK 25 each model that this is tried on takes
 * longer than the one before, by the fifteenth two minutes.
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
