package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.ProcessInSeparateAtomics;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ProcessRoguesTest {
  /** {@link ProcessInSeparateAtomics}, in a model. */
  public static final class OfProcessInSeparateAtomics extends ProcessModel {
    public OfProcessInSeparateAtomics() {
      super(new ProcessInSeparateAtomics());
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OfProcessInSeparateAtomics.class})
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
