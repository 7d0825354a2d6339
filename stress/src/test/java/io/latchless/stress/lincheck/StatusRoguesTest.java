package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.StatusComparesStateOnly;
import io.latchless.stress.rogues.StatusOverwritesTerminal;
import io.latchless.stress.rogues.StatusReadThenStore;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class StatusRoguesTest {
  /** {@link StatusReadThenStore}, in a model. */
  public static final class OfStatusReadThenStore extends StatusModel {
    public OfStatusReadThenStore() {
      super(new StatusReadThenStore());
    }
  }

  /** {@link StatusOverwritesTerminal}, in a model. */
  public static final class OfStatusOverwritesTerminal extends StatusModel {
    public OfStatusOverwritesTerminal() {
      super(new StatusOverwritesTerminal());
    }
  }

  /** {@link StatusComparesStateOnly}, in a model. */
  public static final class OfStatusComparesStateOnly extends ReturnModel {
    public OfStatusComparesStateOnly() {
      super(new StatusComparesStateOnly());
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfStatusReadThenStore.class,
        OfStatusOverwritesTerminal.class,
        OfStatusComparesStateOnly.class
      })
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
