package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.ConfigurationCopiedAndStored;
import io.latchless.stress.rogues.ConfigurationInHalves;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class SnapshotRoguesTest {
  /** {@link ConfigurationCopiedAndStored}, in a model. */
  public static final class OfConfigurationCopiedAndStored extends ConfigurationModel {
    public OfConfigurationCopiedAndStored() {
      super(new ConfigurationCopiedAndStored());
    }
  }

  /** {@link ConfigurationInHalves}, in a model. */
  public static final class OfConfigurationInHalves extends ConfigurationModel {
    public OfConfigurationInHalves() {
      super(new ConfigurationInHalves());
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OfConfigurationCopiedAndStored.class, OfConfigurationInHalves.class})
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
