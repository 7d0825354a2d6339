package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.LatestInTwoFields;
import io.latchless.stress.rogues.SlotDeliversTwice;
import io.latchless.stress.rogues.SlotOverwrites;
import io.latchless.stress.rogues.SlotWithFlagFirst;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class HandOverRoguesTest {
  /** {@link SlotDeliversTwice}, in a model. */
  public static final class OfSlotDeliversTwice extends SlotModel {
    public OfSlotDeliversTwice() {
      super(new SlotDeliversTwice());
    }
  }

  /** {@link SlotOverwrites}, in a model. */
  public static final class OfSlotOverwrites extends SlotModel {
    public OfSlotOverwrites() {
      super(new SlotOverwrites());
    }
  }

  /** {@link SlotWithFlagFirst}, in a model. */
  public static final class OfSlotWithFlagFirst extends SlotModel {
    public OfSlotWithFlagFirst() {
      super(new SlotWithFlagFirst());
    }
  }

  /** {@link LatestInTwoFields}, in a model. */
  public static final class OfLatestInTwoFields extends LatestModel {
    public OfLatestInTwoFields() {
      super(new LatestInTwoFields());
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfSlotDeliversTwice.class,
        OfSlotOverwrites.class,
        OfSlotWithFlagFirst.class,
        OfLatestInTwoFields.class
      })
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }

  @Test
  void isReportedWithTheEffortForWhatIsCorrect() {
    assertThatThrownBy(() -> ModelCheck.linearizable(OfSlotDeliversTwice.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }

  /** Real threads meet by chance, so the check is repeated. */
  @Test
  void isReportedOfRealThreads() {
    assertThatThrownBy(
            () -> {
              for (int chance = 0; chance < 20; chance++) {
                ModelCheck.linearizableByChance(OfSlotDeliversTwice.class);
              }
            })
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }
}
