package io.latchless.stress.lincheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a separate class, and so in a separate JVM: on JDK 25 each model takes longer than the
 * previous one, up to two minutes for the fifteenth.
 */
public class RealThreadsRegistriesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        RegistryModels.OfSnapshotMap.class,
        RegistryModels.OfHandlers.class,
        RegistryModels.OfQuiescent.class,
        RegistryModels.OfScopes.class
      })
  void theResultsOfRealThreadsHaveASequentialExplanation(Class<?> model) {
    ModelCheck.linearizableByChance(model);
  }
}
