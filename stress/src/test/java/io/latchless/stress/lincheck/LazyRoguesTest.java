package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.LazyCheckThenAct;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LazyRoguesTest {
  /** {@link LazyCheckThenAct}, in a model. */
  public static final class OfLazyCheckThenAct extends LazyModel {
    public OfLazyCheckThenAct() {
      super(LazyCheckThenAct::new);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OfLazyCheckThenAct.class})
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
