package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consumers and suppliers that throw, block, or use the queue that calls them. */
class RingCallbacksTest {
  static Stream<Named<Rings.Factory>> factories() {
    return Rings.factories();
  }

  private static void assertRoomFor(RingBuffer<Integer> ring, int expected) {
    List<Integer> put = new ArrayList<>();
    while (ring.offer(put.size())) {
      put.add(put.size());
    }
    assertThat(put).hasSize(expected);
    List<Integer> drained = new ArrayList<>();
    ring.drain(drained::add, Integer.MAX_VALUE);
    assertThat(drained).isEqualTo(put);
    assertThat(ring).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aConsumerThatThrowsCostsNoOtherElement(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(8, 0);
    ring.addAll(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    assertThatThrownBy(() -> ring.drain(element -> Others.sneak(new IOException("disk")), 8))
        .hasMessage("disk");
    assertThat(ring).containsExactly(2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierThatThrowsCostsNoRoom(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(3, 0);
    for (int round = 0; round < 200; round++) {
      assertThat(ring.offer(round)).isTrue();
      assertThatThrownBy(() -> ring.fill(() -> Others.sneak(new IOException("source")), 3))
          .hasMessage("source");
      assertThat(ring).containsExactly(round).hasSize(1);
      assertThat(ring.poll()).isEqualTo(round);
    }
    assertRoomFor(ring, 3);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aConsumerSeesTheRoomOfItsElement(Rings.Factory factory) throws Exception {
    RingBuffer<Integer> ring = factory.create(2, 0);
    ring.addAll(List.of(1, 2));
    List<Integer> seen = new ArrayList<>();
    ring.drain(
        element -> {
          seen.add(element);
          if (element == 1) {
            assertThat(resultOf(() -> ring.offer(3))).isTrue();
            assertThat(resultOf(ring::poll)).as("taken by another consumer").isEqualTo(2);
          }
        },
        2);
    assertThat(seen).containsExactly(1);
    assertThat(ring).containsExactly(3);
  }

  private static <T> T resultOf(java.util.concurrent.Callable<T> call) {
    try {
      return Others.start(call).result();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierHoldsUpNoOtherThread(Rings.Factory factory) throws Exception {
    RingBuffer<Integer> ring = factory.create(3, 0);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    assertThat(ring.offer(1)).isTrue();
    Others<Integer> filler =
        Others.start(
            () ->
                ring.fill(
                    () -> {
                      asked.countDown();
                      Others.awaitLatch(answer);
                      return 7;
                    },
                    1));
    Others.awaitLatch(asked);

    for (int round = 0; round < 10; round++) {
      assertThat(ring.peek()).isOne();
      assertThat(ring.contains(1)).isTrue();
      assertThat(ring.poll()).isOne();
      assertThat(ring.poll()).isNull();
      assertThat(ring.peek()).isNull();
      assertThat(ring.isEmpty()).isTrue();
      assertThat(ring.offer(1)).isTrue();
      assertThat(ring.isEmpty()).isFalse();
    }
    assertThat(ring.offer(2)).isTrue();
    assertThat(ring.drain(element -> {}, 1)).isOne();
    assertThat(ring.offer(3)).isTrue();
    answer.countDown();
    assertThat(filler.result()).isOne();
    assertThat(ring).containsExactlyInAnyOrder(2, 3, 7);
    ring.clear();
    assertRoomFor(ring, 3);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierMayUseTheRing(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    ring.addAll(List.of(1, 2));
    int filled =
        ring.fill(
            () -> {
              assertThat(ring.poll()).isNotNull();
              assertThat(ring.offer(10)).isTrue();
              return 20;
            },
            2);
    assertThat(filled).isEqualTo(2);
    assertThat(ring).containsExactlyInAnyOrder(10, 10, 20, 20);
    ring.clear();
    assertRoomFor(ring, 4);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierThatFillsTheRingItselfKeepsItsRoom(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    AtomicInteger accepted = new AtomicInteger();
    int filled =
        ring.fill(
            () -> {
              while (ring.size() < 4 && ring.offer(1)) {
                accepted.incrementAndGet();
              }
              return 2;
            },
            1);
    assertThat(filled).isOne();
    assertThat(ring).contains(2).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ring.drain(element -> {}, 10)).isEqualTo(accepted.get() + 1);
    assertRoomFor(ring, 4);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void bulkOperationsEndWithWhatWasThereAtTheCall(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    assertThat(ring.offer(1)).isTrue();
    int drained =
        ring.drain(element -> assertThat(ring.offer(element + 1)).isTrue(), Integer.MAX_VALUE);
    assertThat(drained).isOne();
    int filled =
        ring.fill(
            () -> {
              ring.clear();
              return 5;
            },
            Integer.MAX_VALUE);
    assertThat(filled).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void streamsDoNotPromiseASize(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    ring.addAll(List.of(1, 2, 3));
    Spliterator<Integer> spliterator = ring.spliterator();
    assertThat(spliterator.hasCharacteristics(Spliterator.SIZED)).isFalse();
    Stream<Integer> stream = ring.stream();
    ring.poll();
    assertThat(stream.map(element -> element + 1).toList()).isSubsetOf(2, 3, 4);
    assertThat(ring.parallelStream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    assertThat(ring.toArray()).containsExactly(2, 3);
  }

  /** The overflow strikes at every depth that an operation reaches. */
  @ParameterizedTest
  @MethodSource("factories")
  void aStackOverflowCostsNoElementAndNoRoom(Rings.Factory factory) throws Exception {
    RingBuffer<Integer> ring = factory.create(4, 0);
    for (int round = 0; round < 60; round++) {
      int pad = round;
      AtomicInteger accounted = new AtomicInteger();
      Thread deep = new Thread(null, () -> overflow(ring, pad, accounted), "deep", 180_000);
      deep.start();
      deep.join();
      AtomicInteger left = new AtomicInteger();
      assertThat(Others.start(() -> ring.drain(e -> left.incrementAndGet(), 9)).result())
          .isBetween(0, 4);
      assertThat(accounted.get() - left.get()).as("added, not taken and not left").isBetween(0, 1);
      Others.start(
              () -> {
                assertRoomFor(ring, 4);
                return true;
              })
          .result();
    }
  }

  /**
   * Counts the elements that were added and not taken. An operation that the overflow cuts off may
   * be counted wrong.
   */
  private static void overflow(RingBuffer<Integer> ring, int pad, AtomicInteger accounted) {
    try {
      deeper(ring, pad, accounted);
    } catch (StackOverflowError expected) {
      accounted.addAndGet(0);
    }
  }

  private static int deeper(RingBuffer<Integer> ring, int pad, AtomicInteger accounted) {
    if (pad > 0) {
      return deeper(ring, pad - 1, accounted) + 1;
    }
    return deepest(ring, accounted, 0);
  }

  @SuppressWarnings("InfiniteRecursion") // provokes the overflow
  private static int deepest(RingBuffer<Integer> ring, AtomicInteger accounted, long filler) {
    if (ring.offer(1)) {
      accounted.incrementAndGet();
    }
    if (ring.poll() != null) {
      accounted.decrementAndGet();
    }
    return deepest(ring, accounted, filler + 1) + 1;
  }
}
