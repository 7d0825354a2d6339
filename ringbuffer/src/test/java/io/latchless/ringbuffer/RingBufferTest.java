package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The behaviour of every {@link RingBuffer} in a single thread. */
class RingBufferTest {
  static Stream<Named<Rings.Factory>> factories() {
    return Rings.factories();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void holdsExactlyItsCapacityAtAnyPosition(Rings.Factory factory) {
    for (long start : Rings.STARTS) {
      for (int capacity = 1; capacity <= 9; capacity++) {
        RingBuffer<Integer> ring = factory.create(capacity, start);
        assertThat(ring.capacity()).isEqualTo(capacity);
        for (int round = 0; round < 10; round++) {
          for (int i = 0; i < capacity; i++) {
            assertThat(ring.offer(i)).isTrue();
            assertThat(ring).hasSize(i + 1);
          }
          assertThat(ring.offer(-1)).as("%d from %d is full", capacity, start).isFalse();
          for (int i = 0; i < capacity; i++) {
            assertThat(ring.peek()).isEqualTo(i);
            assertThat(ring.poll()).isEqualTo(i);
          }
          assertThat(ring.poll()).isNull();
          assertThat(ring.peek()).isNull();
          assertThat(ring).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void takesTheOldestOnlyWhileItIsFull(Rings.Factory factory) {
    for (long start : Rings.STARTS) {
      for (int capacity = 1; capacity <= 9; capacity++) {
        RingBuffer<Integer> ring = factory.create(capacity, start);
        for (int i = 0; i < 4 * capacity; i++) {
          Integer oldest = ring.pollIfFull();
          assertThat(oldest).isEqualTo(i < capacity ? null : (Integer) (i - capacity));
          assertThat(ring.relaxedOffer(i)).isTrue();
        }
        assertThat(ring.relaxedOffer(-1)).isFalse();
        assertThat(ring.relaxedPeek()).isEqualTo(3 * capacity);
        assertThat(ring.relaxedPoll()).isEqualTo(3 * capacity);
        assertThat(ring.pollIfFull()).isNull();
        ring.clear();
        assertThat(ring.relaxedPoll()).isNull();
        assertThat(ring.relaxedPeek()).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void doesWhatAnArrayDequeDoes(Rings.Factory factory) {
    Random random = new Random(20_180_802);
    for (long start : Rings.STARTS) {
      int capacity = 1 + random.nextInt(20);
      RingBuffer<Integer> ring = factory.create(capacity, start);
      Queue<Integer> oracle = new ArrayDeque<>();
      for (int i = 0; i < 5_000; i++) {
        step(ring, oracle, capacity, random, i);
      }
    }
  }

  private static void step(
      RingBuffer<Integer> ring, Queue<Integer> oracle, int capacity, Random random, int i) {
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        boolean room = oracle.size() < capacity;
        assertThat(ring.offer(i)).isEqualTo(room);
        if (room) {
          oracle.add(i);
        }
      }
      case 2 -> assertThat(ring.poll()).isEqualTo(oracle.poll());
      case 3 -> {
        int limit = random.nextInt(20);
        List<Integer> drained = new ArrayList<>();
        int count = ring.drain(drained::add, limit);
        List<Integer> expected = new ArrayList<>();
        while (expected.size() < limit && !oracle.isEmpty()) {
          expected.add(oracle.remove());
        }
        assertThat(drained).isEqualTo(expected).hasSize(count);
      }
      default -> {
        int limit = random.nextInt(20);
        AtomicInteger next = new AtomicInteger(i * 100);
        int count = ring.fill(next::getAndIncrement, limit);
        assertThat(count).isEqualTo(Math.min(limit, capacity - oracle.size()));
        IntStream.range(0, count).forEach(k -> oracle.add(i * 100 + k));
      }
    }
    assertThat(ring).hasSize(oracle.size());
    assertThat(ring.peek()).isEqualTo(oracle.peek());
    assertThat(List.copyOf(ring)).isEqualTo(List.copyOf(oracle));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aConsumerThatThrowsLosesNothing(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(16, 0);
    ring.addAll(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    List<Integer> seen = new ArrayList<>();
    IllegalStateException first = new IllegalStateException("first");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                ring.drain(
                    element -> {
                      seen.add(element);
                      if (element == 2) {
                        throw first;
                      }
                    },
                    10))
        .isSameAs(first);
    ring.drain(seen::add, 10);

    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(ring).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aConsumerMayUseTheRing(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    ring.addAll(List.of(1, 2, 3, 4));
    List<Integer> seen = new ArrayList<>();

    ring.drain(
        element -> {
          seen.add(element);
          assertThat(ring.offer(element + 10)).isTrue();
        },
        8);

    assertThat(seen).as("what was in when the drain began").containsExactly(1, 2, 3, 4);
    assertThat(ring).containsExactly(11, 12, 13, 14);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierThatThrowsLeavesWhatItHasSupplied(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    for (int round = 0; round < 5; round++) {
      AtomicInteger next = new AtomicInteger();
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  ring.fill(
                      () -> {
                        if (next.get() == 2) {
                          throw new ArithmeticException("no more");
                        }
                        return next.getAndIncrement();
                      },
                      4));
      assertThat(ring).containsExactly(0, 1).hasSize(2);
      assertThat(ring.poll()).isZero();
      assertThat(ring.peek()).isOne();
      assertThat(ring.poll()).isOne();
      assertThat(ring.peek()).isNull();
      assertThat(ring.poll()).isNull();
      assertThat(ring).isEmpty();
    }
    assertThat(ring.fill(() -> 7, 4)).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aSupplierThatReturnsNullIsToldSo(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    assertThatNullPointerException()
        .isThrownBy(() -> ring.fill(() -> nothing(), 1))
        .withMessageContaining("supplier");
    assertThat(ring).isEmpty();
  }

  @SuppressWarnings("NullAway") // the mistake under test
  private static Integer nothing() {
    return null;
  }

  @ParameterizedTest
  @MethodSource("factories")
  void keepsNothingAlive(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(4, 0);
    WeakReference<Integer> gone = passThrough(ring);
    Garbage.awaitCollected(gone);
    assertThat(ring).isEmpty();
  }

  private static WeakReference<Integer> passThrough(Queue<Integer> ring) {
    Integer element = Integer.valueOf(1_000_000); // beyond those that the JVM keeps
    ring.add(element);
    ring.remove();
    return new WeakReference<>(element);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void iteratesInOrderAndSkipsWhatIsTakenMeanwhile(Rings.Factory factory) {
    RingBuffer<Integer> ring = factory.create(5, Long.MAX_VALUE - 2);
    ring.addAll(List.of(1, 2, 3, 4));
    Iterator<Integer> iterator = ring.iterator();
    assertThat(iterator.next()).isOne();
    ring.poll();
    ring.poll();
    ring.poll();
    assertThat(ring.offer(5)).isTrue();
    assertThat(iterator.next()).as("looked ahead").isEqualTo(2);
    assertThat(iterator.next()).isEqualTo(4);
    assertThat(iterator.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void refusesBadArguments(Rings.Factory factory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.create(0, 0))
        .withMessageMatching("capacity must be from 1 to \\d+, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.create(Integer.MAX_VALUE, 0))
        .withMessageMatching("capacity must be from 1 to \\d+, was 2147483647");
    RingBuffer<Integer> ring = factory.create(2, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring.drain(element -> {}, -1))
        .withMessage("limit must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring.fill(() -> 1, -1))
        .withMessage("limit must be at least 0, was -1");
    assertThatNullPointerException().isThrownBy(() -> ring.offer(nothing())).withMessage("element");
    assertThat(ring.contains(null)).isFalse();
    assertThat(ring).isEmpty();
  }
}
