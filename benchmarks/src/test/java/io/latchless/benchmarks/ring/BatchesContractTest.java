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

/** Every queue with batches moves them in order, as far as space or elements allow. */
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
      assertThat(next).as("asks for no more elements than there is space for").hasValue(CAPACITY);
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

  /** Fills a queue; in one call JCTools may stop before it is full. */
  private static int filled(Batches<Integer> batches, AtomicInteger next, int most) {
    int filled = 0;
    for (int more = 1; more > 0 && filled < most; filled += more) {
      more = batches.fill(next::getAndIncrement, most - filled);
    }
    return filled;
  }

  /**
   * A supplier that stops, stops in the middle of the operation. The stalled thread of a contest
   * relies on that.
   */
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

    // The lock-free ring has only taken one of the free slots, which other threads do not need.
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
