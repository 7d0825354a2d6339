package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.AverageWithoutCompareAndSet;
import io.latchless.stress.rogues.RangeResetInTwoWords;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class MetricsModelRoguesTest {
  /** {@link AverageWithoutCompareAndSet}, in a model. */
  public static final class OfAverageWithoutCompareAndSet extends AverageModel {
    public OfAverageWithoutCompareAndSet() {
      super(new AverageWithoutCompareAndSet(0.25));
    }
  }

  /** {@link RangeResetInTwoWords}, in a model. */
  public static final class OfRangeResetInTwoWords extends RangeModel {
    public OfRangeResetInTwoWords() {
      super(new RangeResetInTwoWords());
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OfAverageWithoutCompareAndSet.class, OfRangeResetInTwoWords.class})
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
