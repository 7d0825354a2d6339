package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.oracle.SynchronizedStatus;
import io.latchless.stress.rogues.StatusUnderSpinLock;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ProgressTest {
  /** A spin lock, in a model. */
  public static final class OfSpinLock extends StatusModel {
    public OfSpinLock() {
      super(new StatusUnderSpinLock());
    }
  }

  /** A status behind a monitor: useful, but blocked by a stopped owner. */
  public static final class OfMonitor extends StatusModel {
    public OfMonitor() {
      super(new SynchronizedStatus());
    }
  }

  /** Returns the models that this test also checks for linearizability. */
  static List<Class<?>> models() {
    return List.of(
        OurModels.OfAtomicStatus.class,
        OurModels.OfStatusHolder.class,
        OurModels.OfStatusHolderFollowed.class,
        OurModels.OfSnapshotRef.class,
        OurModels.OfMailbox.class,
        OurModels.OfLatest.class,
        OurModels.OfProcessStatusHolder.class,
        RingModels.OfLockFree.class,
        RingModels.OfOverwriting.class,
        RegistryModels.OfSnapshotMap.class,
        RegistryModels.OfHandlers.class,
        RegistryModels.OfQuiescent.class,
        RegistryModels.OfScopes.class,
        MetricsModels.OfCounter.class,
        MetricsModels.OfGauge.class,
        MetricsModels.OfMaxMin.class,
        MetricsModels.OfEwma.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void whoeverRunsAloneEnds(Class<?> model) {
    ModelCheck.obstructionFree(model);
  }

  @Test
  void reportsASpinLock() {
    assertThatThrownBy(() -> ModelCheck.obstructionFree(OfSpinLock.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageMatching(ModelCheck.NOT_OBSTRUCTION_FREE);
  }

  @Test
  void reportsAMonitor() {
    assertThatThrownBy(() -> ModelCheck.obstructionFree(OfMonitor.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageMatching(ModelCheck.NOT_OBSTRUCTION_FREE);
  }

  /** Checks that the fast queue blocks where its documentation says so. */
  @Test
  void reportsTheFastRing() {
    assertThatThrownBy(() -> ModelCheck.searchForObstruction(RingModels.OfMpmc.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageMatching(ModelCheck.NOT_OBSTRUCTION_FREE);
  }
}
