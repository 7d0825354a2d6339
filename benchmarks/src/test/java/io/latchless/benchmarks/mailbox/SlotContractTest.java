package io.latchless.benchmarks.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every slot behaves like ours. */
@Timeout(60)
class SlotContractTest {
  private static final String NAMES = "io.latchless.benchmarks.mailbox.Slots#NAMES";

  @ParameterizedTest
  @FieldSource(NAMES)
  void handsEachValueOverOnce(String name) throws InterruptedException {
    Slot<String> slot = Slots.create(name);

    assertThat(slot.isEmpty()).isTrue();
    assertThat(slot.poll()).isNull();
    assertThat(slot.replace("a")).isNull();
    assertThat(slot.offer("b")).isFalse();
    assertThat(slot.replace("c")).isEqualTo("a");
    assertThat(slot.isEmpty()).isFalse();
    assertThat(slot.poll()).isEqualTo("c");
    assertThat(slot.offer("d")).isTrue();
    assertThat(slot.take()).isEqualTo("d");
    assertThat(slot.poll(Duration.ofMillis(1))).isNull();
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void wakesWhoWaits(String name) throws Exception {
    Slot<Integer> slot = Slots.create(name);
    AtomicInteger sum = new AtomicInteger();
    CompletableFuture<Void> taker =
        CompletableFuture.runAsync(
            () -> {
              try {
                Together.repeat(2, 100, () -> sum.addAndGet(taken(slot)));
              } catch (Exception failed) {
                throw new AssertionError(failed);
              }
            });
    for (int offered = 0; offered < 200; offered++) {
      while (!slot.offer(1)) {
        Thread.onSpinWait();
      }
    }

    taker.get();
    assertThat(sum).hasValue(200);
    assertThat(slot.isEmpty()).isTrue();
  }

  private static int taken(Slot<Integer> slot) {
    try {
      return slot.take();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
