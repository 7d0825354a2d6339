package io.latchless.benchmarks.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.latchless.benchmarks.workload.Together;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every queue of the contests is first in, first out, and has the requested capacity. */
@Timeout(60)
class QueueContractTest {
  private static final String BOUNDED = "io.latchless.benchmarks.ring.Rings#BOUNDED";
  private static final int CAPACITY = 4;

  @ParameterizedTest
  @FieldSource(BOUNDED)
  void keepsOrderAndItsBound(String name) {
    Queue<Integer> queue = Rings.queue(name, CAPACITY);
    for (int lap = 0; lap < 5; lap++) {
      assertThat(queue.poll()).isNull();
      assertThat(queue.peek()).isNull();
      for (int i = 0; i < CAPACITY; i++) {
        assertThat(queue.offer(i)).isTrue();
        assertThat(queue.size()).isEqualTo(i + 1);
      }
      assertThat(queue.offer(CAPACITY)).isFalse();
      assertThat(queue.poll()).isZero();
      assertThat(queue.offer(CAPACITY)).isTrue();
      for (int i = 1; i <= CAPACITY; i++) {
        assertThat(queue.peek()).isEqualTo(i);
        assertThat(queue.poll()).isEqualTo(i);
      }
    }
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void theUnboundedOneKeepsOrder() {
    Queue<Integer> queue = Rings.queue(Rings.LINKED_TRANSFER_QUEUE, CAPACITY);
    for (int i = 0; i <= CAPACITY; i++) {
      assertThat(queue.offer(i)).isTrue();
    }
    for (int i = 0; i <= CAPACITY; i++) {
      assertThat(queue.poll()).isEqualTo(i);
    }
    assertThat(queue.poll()).isNull();
  }

  @ParameterizedTest
  @FieldSource(BOUNDED)
  @SuppressWarnings("NullAway") // on purpose
  void refusesNull(String name) {
    Queue<Integer> queue = Rings.queue(name, CAPACITY);
    assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
    assertThat(queue.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @FieldSource(BOUNDED)
  void losesNothing(String name) throws Exception {
    Queue<Integer> queue = Rings.queue(name, CAPACITY);
    AtomicLong offered = new AtomicLong();
    AtomicLong polled = new AtomicLong();
    Together.repeat(
        2,
        20_000,
        () -> {
          int element = ThreadLocalRandom.current().nextInt(100);
          if (queue.offer(element)) {
            offered.getAndAdd(element);
          }
          Integer taken = queue.poll();
          if (taken != null) {
            polled.getAndAdd(taken);
          }
        });
    for (Integer left = queue.poll(); left != null; left = queue.poll()) {
      polled.getAndAdd(left);
    }

    assertThat(polled).hasValue(offered.get());
  }
}
