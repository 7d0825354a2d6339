package io.latchless.benchmarks.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchless.ringbuffer.RingBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every queue that has batches moves them in order, and as much as there is room or need for. */
class BatchesContractTest {
  private static final String NAMES = "io.latchless.benchmarks.ring.Rings#WITH_BATCHES";
  private static final int CAPACITY = 32;

  @ParameterizedTest
  @FieldSource(NAMES)
  void moveWhatThereIsRoomForAndWhatIsAskedFor(String name) {
    Queue<Integer> queue = Rings.queue(name, CAPACITY);
    Batches<Integer> batches = Batches.of(queue);
    for (int lap = 0; lap < 3; lap++) {
      AtomicInteger next = new AtomicInteger();
      List<Integer> seen = new ArrayList<>();

      assertThat(batches.fill(next::getAndIncrement, 20)).isEqualTo(20);
      assertThat(filled(batches, next, 20)).isEqualTo(12);
      assertThat(next).as("asked for what there was room for").hasValue(CAPACITY);
      assertThat(batches.drain(seen::add, 0)).isZero();
      assertThat(queue).hasSize(CAPACITY);
      assertThat(batches.drain(seen::add, 7)).isEqualTo(7);
      assertThat(queue.poll()).isEqualTo(7);
      seen.add(7);
      assertThat(batches.drain(seen::add, 100)).isEqualTo(24);
      assertThat(batches.drain(seen::add, 1)).isZero();
      assertThat(seen).hasSize(CAPACITY).isSorted();
      assertThat(queue.isEmpty()).isTrue();
    }
  }

  /** JCTools may stop short of a full queue in one call. */
  private static int filled(Batches<Integer> batches, AtomicInteger next, int most) {
    int filled = 0;
    for (int more = 1; more > 0 && filled < most; filled += more) {
      more = batches.fill(next::getAndIncrement, most - filled);
    }
    return filled;
  }

  /** Whoever stops there stops in the middle of the operation: what a stalled thread relies on. */
  @ParameterizedTest
  @FieldSource(NAMES)
  void theSupplierRunsAfterTheClaim(String name) {
    Queue<Integer> queue = Rings.queue(name, CAPACITY);
    List<Boolean> claimed = new ArrayList<>();

    Batches.of(queue)
        .fill(
            () -> {
              claimed.add(
                  name.equals(Rings.SYNCHRONIZED) ? Thread.holdsLock(queue) : queue.size() == 1);
              return 1;
            },
            1);

    // The lock-free one has only taken a slot out of the free ones, which others do not miss.
    assertThat(claimed).containsExactly(!name.equals(Rings.LOCK_FREE));
  }

  @ParameterizedTest
  @ValueSource(strings = {Rings.MPMC, Rings.LOCK_FREE, Rings.SYNCHRONIZED})
  void aRingKeepsWhatWasSuppliedBeforeAFailureAndLosesNothingToAConsumers(String name) {
    RingBuffer<Integer> ring = Rings.ring(name, 5);
    for (int lap = 0; lap < 4; lap++) {
      AtomicInteger next = new AtomicInteger();
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> ring.fill(() -> 60 / (3 - next.getAndIncrement()), 5));
      assertThat(ring.capacity()).isEqualTo(5);
      assertThat(List.copyOf(ring)).containsExactly(20, 30, 60);

      List<Integer> seen = new ArrayList<>();
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  ring.drain(
                      element -> {
                        seen.add(element);
                        next.set(1 / (element - 30));
                      },
                      5));
      ring.drain(seen::add, 5);
      assertThat(seen).containsExactly(20, 30, 60);
    }
  }

  @Test
  void aQueueWithoutBatchesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Batches.of(Rings.queue(Rings.ARRAY_BLOCKING_QUEUE, CAPACITY)));
  }
}
