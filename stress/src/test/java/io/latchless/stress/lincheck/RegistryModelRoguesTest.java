package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.MapUpdatedWithoutCompareAndSet;
import io.latchless.stress.rogues.QuiescentDispatchWithoutSecondLook;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds by model checking what stress tests find only by chance. */
class RegistryModelRoguesTest {
  /** {@link MapUpdatedWithoutCompareAndSet}, in a model. */
  public static final class OfMapUpdatedWithoutCompareAndSet extends MapModel {
    public OfMapUpdatedWithoutCompareAndSet() {
      super(new MapUpdatedWithoutCompareAndSet());
    }
  }

  /** {@link QuiescentDispatchWithoutSecondLook}, in a model. */
  public static final class OfQuiescentDispatchWithoutSecondLook extends QuiescentModel {
    public OfQuiescentDispatchWithoutSecondLook() {
      super(new QuiescentDispatchWithoutSecondLook());
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfMapUpdatedWithoutCompareAndSet.class,
        OfQuiescentDispatchWithoutSecondLook.class
      })
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
