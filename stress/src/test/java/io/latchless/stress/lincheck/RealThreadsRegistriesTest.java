package io.latchless.stress.lincheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a class, and so in a JVM, of their own: on JDK 25 each model that this is tried on takes
 * longer than the one before, by the fifteenth two minutes.
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
