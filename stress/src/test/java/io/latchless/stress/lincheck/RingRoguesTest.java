package io.latchless.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.stress.rogues.HistoryWithTornSlots;
import io.latchless.stress.rogues.RingPolledOnceFull;
import io.latchless.stress.rogues.RingPublishesPositionFirst;
import io.latchless.stress.rogues.RingSizeOfTwoReads;
import io.latchless.stress.rogues.RingWithWrappedPositions;
import io.latchless.stress.subjects.OneProducerRing;
import io.latchless.stress.subjects.TicketRing;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class RingRoguesTest {
  /** {@link RingPublishesPositionFirst}, in a model. */
  public static final class OfRingPublishesPositionFirst extends OneProducerModel {
    public OfRingPublishesPositionFirst() {
      super(new RingPublishesPositionFirst(2));
    }
  }

  /** {@link RingWithWrappedPositions}, in a model. */
  public static final class OfRingWithWrappedPositions extends OneProducerModel {
    public OfRingWithWrappedPositions() {
      super(new RingWithWrappedPositions(1));
    }
  }

  /** {@link RingSizeOfTwoReads}, in a model. */
  public static final class OfRingSizeOfTwoReads extends OneProducerModel.WithSize {
    public OfRingSizeOfTwoReads() {
      super(new RingSizeOfTwoReads(2));
    }
  }

  /** {@link RingPolledOnceFull}, in a model. */
  public static final class OfRingPolledOnceFull extends OneProducerModel.WithPollIfFull {
    public OfRingPolledOnceFull() {
      super(new RingPolledOnceFull(2));
    }
  }

  /** {@link HistoryWithTornSlots}, in a model. */
  public static final class OfHistoryWithTornSlots extends HistoryModel {
    public OfHistoryWithTornSlots() {
      super(new HistoryWithTornSlots(CAPACITY));
    }
  }

  /** The sound queue that the queue rogues extend, with the same small capacity. */
  public static final class OfOneProducerRing extends OneProducerModel.WithSize {
    public OfOneProducerRing() {
      super(new OneProducerRing(1));
    }
  }

  /** The same queue, with room for two. */
  public static final class OfTwoElementRing extends OneProducerModel.WithPollIfFull {
    public OfTwoElementRing() {
      super(new OneProducerRing(2));
    }
  }

  /** The sound ring that the index-ring rogues extend. */
  public static final class OfTicketRing {
    private static final int MORE_THAN_A_SCENARIO_PUTS = 8;

    private final TicketRing ring = new TicketRing(MORE_THAN_A_SCENARIO_PUTS);

    @Operation
    public void put(@Param(gen = IntGen.class, conf = "0:7") int index) {
      ring.put(index);
    }

    @Operation
    public int take() {
      return ring.take();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfRingPublishesPositionFirst.class,
        OfRingWithWrappedPositions.class,
        OfRingSizeOfTwoReads.class,
        OfRingPolledOnceFull.class,
        OfHistoryWithTornSlots.class
      })
  void isReported(Class<?> model) {
    assertThatThrownBy(() -> ModelCheck.search(model))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(ModelCheck.INVALID_RESULTS);
  }

  @ParameterizedTest
  @ValueSource(classes = {OfOneProducerRing.class, OfTwoElementRing.class, OfTicketRing.class})
  void whatTheyWereMadeFromIsNot(Class<?> model) {
    ModelCheck.linearizable(model);
  }
}
